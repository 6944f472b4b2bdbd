package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Problem;

/** The coupon is not there, not the buyer's, used or expired: coupon-service does not say which, and nor do we. */
public class CouponNotUsable extends Problem {
    private static final int CONFLICT = 409;

    public CouponNotUsable() {
        super(CONFLICT);
    }
}
