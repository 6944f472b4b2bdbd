package io.sirenorder.coupon.gift;

import io.sirenorder.kit.problem.Problem;

/** It is used, about to be used, declined or over. */
class GiftAlreadyDecided extends Problem {
    private static final int CONFLICT = 409;

    GiftAlreadyDecided() {
        super(CONFLICT);
    }
}
