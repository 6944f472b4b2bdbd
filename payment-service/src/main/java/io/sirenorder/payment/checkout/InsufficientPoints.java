package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The buyer has fewer points than this. */
class InsufficientPoints extends Problem {
    private static final int STATUS = 409;

    InsufficientPoints() {
        super(STATUS);
    }
}
