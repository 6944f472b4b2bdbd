package io.sirenorder.coupon.coupon;

import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How long coupons hold, and when their holders hear of the end. */
@ConfigMapping(prefix = "siren.coupons")
public interface CouponConfig {
    /** How long a published coupon holds when its publisher does not say, by ISO 8601. */
    @WithDefault("P1D")
    Validity validity();

    /** How long before the end its holder is told; a lead longer than half of the validity is left out. */
    @WithDefault("P30D,P1D,PT3H")
    List<Duration> notices();

    /** How long a coupon holds at least after its order came to nothing. */
    @WithDefault("PT1H")
    Duration restoreGrace();

    /** After which a reservation is asked about whose order was never heard of. */
    @WithDefault("PT2M")
    Duration reservationPatience();

    /** Wrong codes that a buyer may try within an hour. */
    @WithDefault("20")
    int wrongCodesPerHour();
}
