package io.sirenorder.contracts.coupon;

/** The origin of a coupon. */
public enum CouponOrigin {
    PROMOTION,
    GIFT,
    STAMPS
}
