package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The checkout is paid, expired or given up already. */
class CheckoutEnded extends Problem {
    private static final int STATUS = 409;

    CheckoutEnded() {
        super(STATUS);
    }
}
