package io.sirenorder.payment.refund;

import io.sirenorder.kit.problem.Conflict;

/** The refund does not wait for a person. */
class RefundNotManual extends Conflict {
    RefundNotManual(String status) {
        super(status);
    }
}
