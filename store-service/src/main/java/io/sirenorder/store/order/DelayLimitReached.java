package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Conflict;

/** The order was delayed as often as it may be. */
public class DelayLimitReached extends Conflict {
    public DelayLimitReached(int times) {
        super(times);
    }
}
