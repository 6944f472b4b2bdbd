package io.sirenorder.payment.portone;

/** Where a payment stands at PortOne, in either version's words. */
public enum PaymentState {
    /** A window is open, a virtual account waits for money, or a state that we don't know yet. */
    WAITING,
    PAID,
    /** This attempt failed; another may follow, and this one may still be paid late. */
    FAILED,
    PARTLY_CANCELLED,
    CANCELLED
}
