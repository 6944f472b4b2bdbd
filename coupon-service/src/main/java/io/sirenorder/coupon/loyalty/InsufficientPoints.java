package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Problem;

/** More points are wanted than there are. */
class InsufficientPoints extends Problem {
    private static final int CONFLICT = 409;

    InsufficientPoints(long available) {
        super(CONFLICT, available);
    }
}
