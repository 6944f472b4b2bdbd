package io.sirenorder.feed.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long keys are remembered. */
@ConfigMapping(prefix = "siren.idempotency")
public interface IdempotencyConfig {
    /** How long an answer can be had again. */
    @WithDefault("24h")
    Duration retention();

    /** Keyed into the fingerprints of bodies, which may hold passwords. */
    String secret();

    /** How long a request may work before another with its key may take over: longer than any request lives. */
    @WithDefault("60s")
    Duration lease();
}
