package io.sirenorder.coupon.gift;

import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long gifts hold and what goes back to their payer. */
@ConfigMapping(prefix = "siren.gift")
interface GiftConfig {
    /** How long a gift's coupon holds, by ISO 8601; Korea's standard terms ask for {@code P1Y}. */
    @WithDefault("P1D")
    Validity validity();

    RefundPercent refundPercent();

    /** The part of money and points that goes back. */
    interface RefundPercent {
        /** When the recipient declines. */
        @WithDefault("100")
        Percent declined();

        /** When nobody used it in time. */
        @WithDefault("100")
        Percent expired();
    }
}
