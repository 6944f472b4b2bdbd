package io.sirenorder.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The lifetimes of presence. */
@ConfigMapping(prefix = "siren.presence")
public interface PresenceConfig {
    /** The interval of its renewal. */
    @WithDefault("15s")
    Duration renewEvery();

    /** After which time without renewal it lapses. */
    @WithDefault("45s")
    Duration lapse();

    /** For how long a socket that dropped off still counts, so that a flapping line closes nothing. */
    @WithDefault("20s")
    Duration grace();
}
