package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The amount left to pay is too small for a card. */
class AmountBelowMinimum extends Problem {
    private static final int STATUS = 409;

    AmountBelowMinimum(long leastWon) {
        super(STATUS, leastWon);
    }
}
