package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Conflict;

/** The coupon is used, held by an order, or over already. */
class CouponNotRevocable extends Conflict {
    CouponNotRevocable(CouponStatus status) {
        super(status);
    }
}
