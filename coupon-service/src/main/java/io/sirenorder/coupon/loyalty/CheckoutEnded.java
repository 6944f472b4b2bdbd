package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Problem;

/** Points are wanted for a checkout that came to nothing meanwhile. */
class CheckoutEnded extends Problem {
    private static final int CONFLICT = 409;

    CheckoutEnded() {
        super(CONFLICT);
    }
}
