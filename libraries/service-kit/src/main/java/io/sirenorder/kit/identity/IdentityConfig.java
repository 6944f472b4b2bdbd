package io.sirenorder.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Whose tokens are accepted, and as what. */
@ConfigMapping(prefix = "siren.identity")
interface IdentityConfig {
    /** Issuers by our names for them: {@code merchants}, {@code buyers}, {@code operators}, {@code services}. */
    Map<String, Issuer> issuers();

    /** How often an issuer's keys are fetched anew. */
    @WithDefault("30s")
    Duration poll();

    /** How often they are asked for until they have come once. */
    @WithDefault("1s")
    Duration firstPoll();

    /** The least time between two fetches because of an unknown key id. */
    @WithDefault("5s")
    Duration unknownKeyPoll();

    /** One issuer. */
    interface Issuer {
        /** The {@code iss} of its tokens, to the letter. */
        String issuer();

        /** What its tokens have to be meant for. */
        String audience();

        /** What whoever it vouches for is here. */
        String role();

        /** Where its keys are: {@code http:}, {@code https:} or {@code file:}; absent if this program holds them. */
        Optional<URI> jwks();

        /** A file with the token that its keys are fetched with. */
        Optional<Path> tokenFile();

        /** The TLS configuration ({@code quarkus.tls.<name>}) with which its keys are fetched. */
        Optional<String> tls();

        /** The only Kubernetes namespace whose service accounts are accepted; absent outside Kubernetes. */
        Optional<String> namespace();

        /** Whether this program is unready until the keys have come once. */
        @WithDefault("true")
        boolean awaited();
    }
}
