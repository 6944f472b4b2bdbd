package io.sirenorder.contracts.coupon;

/** Where a coupon comes from. */
public enum CouponOrigin {
    PROMOTION,
    GIFT,
    STAMPS
}
