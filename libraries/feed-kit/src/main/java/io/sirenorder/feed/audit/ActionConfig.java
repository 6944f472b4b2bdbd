package io.sirenorder.feed.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The log of actions. */
@ConfigMapping(prefix = "siren.actions")
interface ActionConfig {
    /** Time for which an action is kept; 365 days at least, which the database holds too. */
    @WithDefault("P730D")
    Duration retention();
}
