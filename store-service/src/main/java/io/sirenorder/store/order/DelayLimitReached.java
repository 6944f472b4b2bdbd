package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Problem;

/** The order was delayed as often as it may be. */
public class DelayLimitReached extends Problem {
    private static final int CONFLICT = 409;

    public DelayLimitReached(int times) {
        super(CONFLICT, times);
    }
}
