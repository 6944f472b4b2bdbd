package io.sirenorder.payment.refund;

import io.sirenorder.kit.problem.Problem;

/** The refund does not wait for a person. */
class RefundNotManual extends Problem {
    private static final int STATUS = 409;

    RefundNotManual(String status) {
        super(STATUS, status);
    }
}
