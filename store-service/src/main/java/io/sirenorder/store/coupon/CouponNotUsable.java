package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Problem;

/** The coupon is unknown, not the buyer's, used or expired; the answer does not tell which. */
public class CouponNotUsable extends Problem {
    private static final int CONFLICT = 409;

    public CouponNotUsable() {
        super(CONFLICT);
    }
}
