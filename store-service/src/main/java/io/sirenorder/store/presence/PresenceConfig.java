package io.sirenorder.store.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times of reading presence. */
@ConfigMapping(prefix = "siren.presence")
interface PresenceConfig {
    /** Period in which all connected stores are read. */
    @WithDefault("1s")
    Duration refreshEvery();

    /** For so long the last known state stands while Redis does not answer. */
    @WithDefault("45s")
    Duration rememberFor();

    /** Redis has this long to answer. */
    @WithDefault("300ms")
    Duration timeout();
}
