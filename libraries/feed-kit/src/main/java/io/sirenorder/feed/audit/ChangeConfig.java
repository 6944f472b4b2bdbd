package io.sirenorder.feed.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The log of changes with their values before and after. */
@ConfigMapping(prefix = "siren.changes")
interface ChangeConfig {
    /** Time for which a change is kept: five years; 1826 days at least, which the database holds too. */
    @WithDefault("P1827D")
    Duration retention();
}
