package io.sirenorder.coupon.coupon;

import io.sirenorder.coupon.time.Validity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** The validity of coupons, and the reminders of its end. */
@ConfigMapping(prefix = "siren.coupons")
public interface CouponConfig {
    /** The validity of a published coupon where its publisher names none, by ISO 8601. */
    @WithDefault("P1D")
    Validity validity();

    /** The times before the end at which its holder is reminded; a lead longer than half of the validity is left out. */
    @WithDefault("P30D,P1D,3h")
    List<Duration> notices();

    /** The least validity of a coupon after its order came to nothing. */
    @WithDefault("1h")
    Duration restoreGrace();

    /** The time after which store-service is asked about a reservation of whose order no event came. */
    @WithDefault("30s")
    Duration reservationPatience();

    /** Wrong codes that a buyer may try within an hour. */
    @WithDefault("20")
    int wrongCodesPerHour();
}
