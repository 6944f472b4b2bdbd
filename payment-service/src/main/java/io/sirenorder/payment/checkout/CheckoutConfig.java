package io.sirenorder.payment.checkout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long promises last and how many of them one buyer gets. */
@ConfigMapping(prefix = "siren.checkout")
interface CheckoutConfig {
    /** How long a buyer has to pay. */
    @WithDefault("15M")
    Duration validity();

    /** How long after that it stays open for a payment made in time whose webhook is still on its way. */
    @WithDefault("30S")
    Duration grace();

    /** When, and how often, an open checkout is looked up at PortOne though no webhook came. */
    @WithDefault("45S")
    Duration lookAfter();

    /** How many checkouts a buyer may leave unpaid within an hour. */
    @WithDefault("100")
    int unpaidPerHour();

    /** Least amount in won that a card is charged; points are not taken below it. */
    @WithDefault("100")
    long leastAmount();

    /** How often overdue ones are looked for. */
    @WithDefault("1s")
    String sweep();
}
