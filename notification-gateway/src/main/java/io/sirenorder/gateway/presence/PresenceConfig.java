package io.sirenorder.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long presence lasts. */
@ConfigMapping(prefix = "siren.presence")
public interface PresenceConfig {
    /** How often it is renewed. */
    @WithDefault("15s")
    Duration renewEvery();

    /** After which time without renewal it lapses. */
    @WithDefault("45s")
    Duration lapse();

    /** For how long a socket that dropped off still counts, so that a flapping line closes nothing. */
    @WithDefault("20s")
    Duration grace();
}
