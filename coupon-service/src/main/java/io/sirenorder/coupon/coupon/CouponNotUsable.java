package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Problem;

/** The code is wrong, another buyer's, used, expired or revoked: the answer does not tell which. */
public class CouponNotUsable extends Problem {
    private static final int CONFLICT = 409;

    public CouponNotUsable() {
        super(CONFLICT);
    }
}
