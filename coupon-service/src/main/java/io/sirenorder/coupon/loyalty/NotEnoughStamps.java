package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Problem;

/** It takes more stamps than there are. */
class NotEnoughStamps extends Problem {
    private static final int CONFLICT = 409;

    NotEnoughStamps(long available) {
        super(CONFLICT, available, Reward.STAMPS);
    }
}
