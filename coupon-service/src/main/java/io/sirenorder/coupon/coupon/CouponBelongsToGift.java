package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Problem;

/** It was paid for: it ends by being declined, by expiry or with its payment, so that its money is settled. */
class CouponBelongsToGift extends Problem {
    private static final int CONFLICT = 409;

    CouponBelongsToGift() {
        super(CONFLICT);
    }
}
