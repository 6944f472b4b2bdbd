package io.sirenorder.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuers whose tokens are accepted, and the role that each gives. */
@ConfigMapping(prefix = "siren.identity")
interface IdentityConfig {
    /** Issuers by our names for them: {@code merchants}, {@code buyers}, {@code operators}, {@code services}. */
    Map<String, Issuer> issuers();

    /** The time between two fetches of an issuer's keys. */
    @WithDefault("30s")
    Duration poll();

    /** The same until the keys have come once. */
    @WithDefault("1s")
    Duration firstPoll();

    /** The least time between two fetches because of an unknown key id. */
    @WithDefault("5s")
    Duration unknownKeyPoll();

    /** The longest time after the start for which missing keys of an awaited issuer keep this program unready. */
    @WithDefault("2m")
    Duration longestWait();

    /** One issuer. */
    interface Issuer {
        /** The {@code iss} of its tokens, to the letter. */
        String issuer();

        /** The audiences of which its tokens have to name one. */
        List<String> audience();

        /** The role of its tokens' bearers: merchant, buyer, operator or service. */
        String role();

        /** The address of its keys: {@code http:}, {@code https:} or {@code file:}; absent if this program holds them. */
        Optional<URI> jwks();

        /** A file with the token that its keys are fetched with. */
        Optional<Path> tokenFile();

        /** The TLS configuration ({@code quarkus.tls.<name>}) with which its keys are fetched. */
        Optional<String> tls();

        /** The only Kubernetes namespace whose service accounts are accepted; absent outside Kubernetes. */
        Optional<String> namespace();

        /** Whether this program is unready until the keys have come once, or {@code longest-wait} is over. */
        @WithDefault("true")
        boolean awaited();
    }
}
