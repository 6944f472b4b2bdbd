package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Conflict;

/** It is used, held by an order, or over already. */
class CouponNotRevocable extends Conflict {
    CouponNotRevocable(CouponStatus status) {
        super(status);
    }
}
