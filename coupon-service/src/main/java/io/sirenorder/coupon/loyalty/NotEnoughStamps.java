package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Conflict;

/** The exchange takes more stamps than the buyer has. */
class NotEnoughStamps extends Conflict {
    NotEnoughStamps(long available) {
        super(available, Reward.STAMPS);
    }
}
