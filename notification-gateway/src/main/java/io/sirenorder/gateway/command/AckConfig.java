package io.sirenorder.gateway.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The forwarding of acknowledgements. */
@ConfigMapping(prefix = "siren.acknowledgements")
public interface AckConfig {
    /** The time they are gathered before they are sent. */
    @WithDefault("5ms")
    Duration gather();

    /** The first pause before they are sent again; it doubles. */
    @WithDefault("200ms")
    Duration minBackoff();

    /** The longest pause. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** The age at which they are given up: their order has been told again long since. */
    @WithDefault("60s")
    Duration keep();

    /** The time-out of one request. */
    @WithDefault("3s")
    Duration timeout();

    /** The number that may wait; more are given up. */
    @WithDefault("10000")
    int most();

    /** The number sent at once. */
    @WithDefault("100")
    int batch();
}
