package io.sirenorder.payment.refund;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How stubbornly refunds are asked for. */
@ConfigMapping(prefix = "siren.refunds")
interface RefundConfig {
    /** How long to wait after each unclear or refused try; the last one repeats. */
    @WithDefault("30S,1M,5M,15M,30M,1H")
    List<Duration> waits();

    /** After this many refusals a person has to settle it. */
    @WithDefault("6")
    int refusals();

    /** How many are asked for at once. */
    @WithDefault("16")
    int atOnce();

    /** How long a replica keeps a refund to itself: longer than PortOne may take for two calls. */
    @WithDefault("150S")
    Duration lease();

    /** How often refunds whose time has come are looked for. */
    @WithDefault("1s")
    String sweep();
}
