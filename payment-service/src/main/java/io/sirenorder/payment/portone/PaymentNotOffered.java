package io.sirenorder.payment.portone;

import io.sirenorder.kit.problem.Problem;

/** The store can't be paid now: the account at PortOne that it names takes no payments here. */
public class PaymentNotOffered extends Problem {
    PaymentNotOffered() {
        super(409);
    }
}
