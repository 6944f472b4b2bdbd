package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Problem;

/** Only an order that is ready, and was not fetched before, can be collected. */
public class OrderNotReady extends Problem {
    private static final int CONFLICT = 409;

    public OrderNotReady() {
        super(CONFLICT);
    }
}
