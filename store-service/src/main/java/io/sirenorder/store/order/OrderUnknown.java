package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Problem;

/** There is no such order, or it is none of the caller's: the answer is the same. */
public class OrderUnknown extends Problem {
    private static final int NOT_FOUND = 404;

    public OrderUnknown() {
        super(NOT_FOUND);
    }
}
