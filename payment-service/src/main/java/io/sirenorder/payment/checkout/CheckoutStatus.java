package io.sirenorder.payment.checkout;

/** The status of a checkout; PAID means that money came in, whatever became of it. */
public enum CheckoutStatus {
    OPEN,
    PAID,
    EXPIRED
}
