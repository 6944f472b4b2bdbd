package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The store takes no orders now, so nothing is promised. */
class StoreClosed extends Problem {
    private static final int STATUS = 409;

    StoreClosed() {
        super(STATUS);
    }
}
