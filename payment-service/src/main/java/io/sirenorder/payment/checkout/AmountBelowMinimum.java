package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Conflict;

/** The amount left to pay is too small for a card. */
class AmountBelowMinimum extends Conflict {
    AmountBelowMinimum(long leastWon) {
        super(leastWon);
    }
}
