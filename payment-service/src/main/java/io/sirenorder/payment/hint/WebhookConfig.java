package io.sirenorder.payment.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Work on hints about payments. */
@ConfigMapping(prefix = "siren.webhooks")
interface WebhookConfig {
    /** Look-ups at the same time. */
    @WithDefault("32")
    int atOnce();

    /** Unsigned webhooks about unexpected payments that are looked up per sweep: they can be forged. */
    @WithDefault("20")
    int strangersPerSweep();

    /** Largest number of those that wait; more are refused, and the poller of PortOne's list finds the real ones. */
    @WithDefault("10000")
    int strangersWaiting();

    /** Look-ups of a payment that PortOne does not know. */
    @WithDefault("6")
    int unknownTries();

    /** After this many failures that no outage explains the payment is refunded, or the hint parked. */
    @WithDefault("8")
    int failures();

    /** Lease of a replica on a hint, renewed while it works: what a dead one has left waits no longer. */
    @WithDefault("20s")
    Duration lease();

    /** The longest wait between two tries. */
    @WithDefault("60s")
    Duration longestWait();

    /** Retention of hints that led to a payment. */
    @WithDefault("P30D")
    Duration keep();

    /** Retention of hints about unknown payments. */
    @WithDefault("P1D")
    Duration keepUnknown();

    /** Interval of the deletion of old hints. */
    @WithDefault("1h")
    String purge();
}
