package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Conflict;

/** More points are wanted than there are. */
class InsufficientPoints extends Conflict {
    InsufficientPoints(long available) {
        super(available);
    }
}
