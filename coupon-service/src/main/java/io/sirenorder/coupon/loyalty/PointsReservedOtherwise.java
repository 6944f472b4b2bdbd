package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Problem;

/** This checkout has points of another buyer or another number of them set aside. */
class PointsReservedOtherwise extends Problem {
    private static final int CONFLICT = 409;

    PointsReservedOtherwise() {
        super(CONFLICT);
    }
}
