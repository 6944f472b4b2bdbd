package io.sirenorder.payment.portone;

/** The state of a payment at PortOne, for both versions. */
public enum PaymentState {
    /** A window is open, a virtual account waits for money, or a state that we don't know yet. */
    WAITING,
    PAID,
    /** The attempt failed; another may follow, and this one may still be paid late. */
    FAILED,
    PARTLY_CANCELLED,
    CANCELLED
}
