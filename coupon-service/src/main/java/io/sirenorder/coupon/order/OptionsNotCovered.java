package io.sirenorder.coupon.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.problem.Problem;

/** These choices cost more than the coupon is good for, and a coupon order takes no money. */
class OptionsNotCovered extends Problem {
    private static final int CONFLICT = 409;

    OptionsNotCovered(Krw extra) {
        super(CONFLICT, extra.won());
    }
}
