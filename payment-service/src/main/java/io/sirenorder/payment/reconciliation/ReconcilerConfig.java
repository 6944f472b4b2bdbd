package io.sirenorder.payment.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How we find by ourselves what nobody told us. */
@ConfigMapping(prefix = "siren.reconciler")
interface ReconcilerConfig {
    /** How often due checkouts are looked up. */
    @WithDefault("5s")
    String looks();

    /** How often PortOne's own list is read. */
    @WithDefault("30s")
    String sweep();

    /** How many look-ups run at once. */
    @WithDefault("8")
    int atOnce();

    /** How far back the first reading of the list goes. */
    @WithDefault("P3D")
    Duration reach();

    /** How much of the list's time is read again, for clocks that differ and lists that lag. */
    @WithDefault("2M")
    Duration overlap();

    /** How much time of the list is read in one go. */
    @WithDefault("1H")
    Duration stretch();

    /** How long a replica keeps the list to itself. */
    @WithDefault("5M")
    Duration lease();

    /** How often each replica offers to compare the books. */
    @WithDefault("60s")
    String proof();

    /** How long after one comparison no replica begins another. */
    @WithDefault("50S")
    Duration proofPause();

    /** How far a comparison reaches back before the beginning of the last one. */
    @WithDefault("15M")
    Duration proofReach();

    /** How long something may be on its way before it counts as a difference. */
    @WithDefault("2M")
    Duration grace();
}
