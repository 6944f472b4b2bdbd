package io.sirenorder.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of requests, and the pages of other hosts that may send some. */
@ConfigMapping(prefix = "siren.http")
interface HttpConfig {
    /** The largest body that is read; {@code quarkus.http.limits.max-body-size} has to be larger. */
    @WithDefault("64K")
    MemorySize largestBody();

    /** The longest time that a body may take to arrive; after it the answer is 408 and the connection is closed. */
    @WithDefault("20s")
    Duration slowestBody();

    /** The largest number of header fields of a request. */
    @WithDefault("100")
    int mostHeaders();

    /**
     * Number of our own proxies before this program that add to {@code X-Forwarded-For}: the address that counts is the one that
     * the outermost of them saw. What a caller wrote there itself stands before it.
     */
    @WithDefault("1")
    int proxies();

    /**
     * Origins of pages on other hosts that may call this program ({@code https://shop.example}), or {@code *} for all;
     * none by default. Pages of the same host need no entry.
     */
    Optional<List<String>> origins();

    /** Paths that something else than a resource of ours answers, with names of their own in the metrics of requests; none by default. */
    Optional<List<String>> otherPaths();
}
