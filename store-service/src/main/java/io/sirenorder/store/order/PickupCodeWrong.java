package io.sirenorder.store.order;

import io.sirenorder.kit.problem.Problem;

/** The store asks for the buyer's pickup code, and this is not it. */
public class PickupCodeWrong extends Problem {
    private static final int CONFLICT = 409;

    public PickupCodeWrong() {
        super(CONFLICT);
    }
}
