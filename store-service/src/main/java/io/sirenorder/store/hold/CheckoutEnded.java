package io.sirenorder.store.hold;

import io.sirenorder.kit.problem.Problem;

/** The checkout has ended, so nothing is held for it any more. */
public class CheckoutEnded extends Problem {
    private static final int CONFLICT = 409;

    public CheckoutEnded() {
        super(CONFLICT);
    }
}
