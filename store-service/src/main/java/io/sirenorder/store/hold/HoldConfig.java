package io.sirenorder.store.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of holds. */
@ConfigMapping(prefix = "siren.holds")
interface HoldConfig {
    /** Holds of one buyer at one store at a time. */
    @WithDefault("3")
    int perBuyer();

    /** payment-service is asked about a hold so long after its expected end. */
    @WithDefault("2m")
    Duration askAfter();

    /** Longest time that a checkout may ask for. */
    @WithDefault("30m")
    Duration longest();

    /** A checkout that is still open or paid is asked about again after so long. */
    @WithDefault("1m")
    Duration askAgainAfter();
}
