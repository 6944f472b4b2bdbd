package io.sirenorder.payment.checkout;

/** The status of a checkout; PAID means that money came in, also if it has gone back since. */
public enum CheckoutStatus {
    OPEN,
    PAID,
    EXPIRED
}
