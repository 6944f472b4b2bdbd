package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Conflict;

/** It takes more stamps than there are. */
class NotEnoughStamps extends Conflict {
    NotEnoughStamps(long available) {
        super(available, Reward.STAMPS);
    }
}
