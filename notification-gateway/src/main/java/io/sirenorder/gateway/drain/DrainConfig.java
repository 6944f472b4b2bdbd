package io.sirenorder.gateway.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The drain of this node before it stops; {@code quarkus.shutdown.delay} has to be longer than all of it together. */
@ConfigMapping(prefix = "siren.drain")
interface DrainConfig {
    /** Over which time sockets are closed. */
    @WithDefault("8s")
    Duration window();

    /** The time replies to commands are waited for. */
    @WithDefault("3s")
    Duration replies();

    /** The time peers are waited for that do not answer the close. */
    @WithDefault("1s")
    Duration stragglers();
}
