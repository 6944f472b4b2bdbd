package io.sirenorder.payment.portone;

/** PortOne says that it has no such payment. */
public class PaymentUnknown extends RuntimeException {
    public PaymentUnknown(PaymentReference reference) {
        super("PortOne knows no payment " + reference.paymentId());
    }
}
