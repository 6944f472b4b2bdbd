package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The store has not got it, for now. */
class ItemUnavailable extends Problem {
    private static final int STATUS = 409;

    ItemUnavailable() {
        super(STATUS);
    }
}
