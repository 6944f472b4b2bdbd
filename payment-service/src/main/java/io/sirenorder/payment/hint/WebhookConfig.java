package io.sirenorder.payment.hint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are worked off. */
@ConfigMapping(prefix = "siren.webhooks")
interface WebhookConfig {
    /** How many look-ups run at once. */
    @WithDefault("32")
    int atOnce();

    /** How many unsigned webhooks about payments that nobody waits for are looked up per sweep: anybody can send them. */
    @WithDefault("20")
    int strangersPerSweep();

    /** How many of those may wait; more are turned away, and the reconciler finds what was real. */
    @WithDefault("10000")
    int strangersWaiting();

    /** How often a payment that PortOne does not know is asked for. */
    @WithDefault("6")
    int unknownTries();

    /** After this many failures that no outage explains the payment is refunded, or the hint parked. */
    @WithDefault("8")
    int failures();

    /** How long a replica keeps a webhook to itself: longer than PortOne may take. */
    @WithDefault("90S")
    Duration lease();

    /** The longest wait between two tries. */
    @WithDefault("60S")
    Duration longestWait();

    /** How long webhooks that came to something are kept. */
    @WithDefault("P30D")
    Duration keep();

    /** How long those are kept that came to nothing. */
    @WithDefault("P1D")
    Duration keepUnknown();

    /** How often webhooks are looked for that were not worked off at once. */
    @WithDefault("1s")
    String sweep();

    /** How often strangers are looked for. */
    @WithDefault("1s")
    String strangersSweep();

    /** How often old ones are deleted. */
    @WithDefault("1h")
    String purge();
}
