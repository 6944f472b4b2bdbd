package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** There is no such store. */
class StoreUnknown extends Problem {
    private static final int STATUS = 404;

    StoreUnknown() {
        super(STATUS);
    }
}
