package io.sirenorder.payment.checkout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Life of checkouts, and their number per buyer. */
@ConfigMapping(prefix = "siren.checkout")
interface CheckoutConfig {
    /** Time that a buyer has to pay. */
    @WithDefault("15m")
    Duration validity();

    /** Time after that for payments made in time whose webhook is still on its way. */
    @WithDefault("30s")
    Duration grace();

    /** When, and how often, an open checkout is looked up at PortOne though no webhook came. */
    @WithDefault("45s")
    Duration lookAfter();

    /** Pause before a look-up is repeated to which PortOne or the database gave no answer. */
    @WithDefault("10s")
    Duration lookAgainAfter();

    /** Checkouts that a buyer may leave unpaid within an hour. */
    @WithDefault("100")
    int unpaidPerHour();

    /** Gifts that a buyer may open within a day and has not let lapse. */
    @WithDefault("30")
    int giftsPerDay();

    /** Paid gifts that one recipient may get within a day, from all buyers together. */
    @WithDefault("100")
    int giftsToOnePerDay();

    /** Least amount in won that a card is charged; points are not taken below it. */
    @WithDefault("100")
    long leastAmount();
}
