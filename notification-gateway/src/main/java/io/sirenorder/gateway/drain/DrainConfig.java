package io.sirenorder.gateway.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this node leaves; {@code quarkus.shutdown.delay} has to be longer than all of it together. */
@ConfigMapping(prefix = "siren.drain")
interface DrainConfig {
    /** Over which time sockets are closed. */
    @WithDefault("8s")
    Duration window();

    /** How long replies to commands are waited for. */
    @WithDefault("3s")
    Duration replies();

    /** How long peers are waited for that do not answer the close. */
    @WithDefault("1s")
    Duration stragglers();
}
