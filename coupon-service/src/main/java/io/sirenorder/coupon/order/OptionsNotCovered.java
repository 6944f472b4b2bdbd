package io.sirenorder.coupon.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.problem.Conflict;

/** The chosen options cost more than the coupon is good for, and a coupon order takes no money. */
class OptionsNotCovered extends Conflict {
    OptionsNotCovered(Krw extra) {
        super(extra.won());
    }
}
