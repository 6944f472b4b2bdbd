package io.sirenorder.feed.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The lifetimes of idempotency keys. */
@ConfigMapping(prefix = "siren.idempotency")
public interface IdempotencyConfig {
    /** The time a stored response is repeated. */
    @WithDefault("24h")
    Duration retention();

    /** Keyed into the fingerprints of bodies, which may hold passwords. */
    String secret();

    /** The time a request holds its key without a sign of life; renewed while it is worked on. Then the key is free again. */
    @WithDefault("10s")
    Duration lease();

    /** The time for which a request renews its lease at most: longer than any request lives. */
    @WithDefault("60s")
    Duration longestRequest();
}
