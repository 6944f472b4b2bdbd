package io.sirenorder.payment.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Polling of checkouts and of PortOne's list, and the comparison of the books. */
@ConfigMapping(prefix = "siren.reconciler")
interface ReconcilerConfig {
    /** Interval of the readings of PortOne's list. */
    @WithDefault("30s")
    String sweep();

    /** Look-ups at the same time. */
    @WithDefault("8")
    int atOnce();

    /** Reach of the first reading of the list. */
    @WithDefault("P3D")
    Duration reach();

    /** Time of the list that is read again, for clocks that differ and lists that lag. */
    @WithDefault("2m")
    Duration overlap();

    /** Time of the list that is read in one go. */
    @WithDefault("1h")
    Duration stretch();

    /** Lease of a replica on a list, renewed while it reads, and the time for which it tries to write what a look-up came to. */
    @WithDefault("60s")
    Duration lease();

    /** Interval at which each replica offers to compare the books. */
    @WithDefault("60s")
    String proof();

    /** Pause after a comparison, in which no replica begins another. */
    @WithDefault("50s")
    Duration proofPause();

    /** Reach of a comparison before the beginning of the last one. */
    @WithDefault("15m")
    Duration proofReach();

    /** Time that a payment may be on its way before it counts as a difference. */
    @WithDefault("2m")
    Duration grace();
}
