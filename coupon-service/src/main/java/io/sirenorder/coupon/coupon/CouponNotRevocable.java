package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Problem;

/** It is used, held by an order, or over already. */
class CouponNotRevocable extends Problem {
    private static final int CONFLICT = 409;

    CouponNotRevocable(CouponStatus status) {
        super(CONFLICT, status);
    }
}
