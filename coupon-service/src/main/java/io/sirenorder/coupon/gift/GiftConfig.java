package io.sirenorder.coupon.gift;

import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The validity of gifts and the part of their price that is refunded. */
@ConfigMapping(prefix = "siren.gift")
interface GiftConfig {
    /** The validity of a gift's coupon, by ISO 8601; Korea's standard terms ask for {@code P1Y}. */
    @WithDefault("P1D")
    Validity validity();

    RefundPercent refundPercent();

    /** The part of money and points that goes back. */
    interface RefundPercent {
        /** Case of a gift that its recipient declines. */
        @WithDefault("100")
        Percent declined();

        /** Case of a gift that was not used in time. */
        @WithDefault("100")
        Percent expired();
    }
}
