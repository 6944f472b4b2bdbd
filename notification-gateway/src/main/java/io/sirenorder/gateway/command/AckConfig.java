package io.sirenorder.gateway.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How acknowledgements are passed on. */
@ConfigMapping(prefix = "siren.acknowledgements")
public interface AckConfig {
    /** How long they are gathered before they are sent. */
    @WithDefault("5ms")
    Duration gather();

    /** The first pause before they are sent again; it doubles. */
    @WithDefault("200ms")
    Duration minBackoff();

    /** The longest pause. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** After which time they are given up: whoever waits for one has asked again long since. */
    @WithDefault("60s")
    Duration keep();

    /** How long one sending may take. */
    @WithDefault("3s")
    Duration timeout();

    /** How many may wait; more are given up. */
    @WithDefault("10000")
    int most();

    /** How many are sent at once. */
    @WithDefault("100")
    int batch();
}
