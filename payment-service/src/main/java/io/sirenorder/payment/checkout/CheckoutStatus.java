package io.sirenorder.payment.checkout;

/** Where a checkout stands; PAID means that money came in, whatever became of it. */
public enum CheckoutStatus {
    OPEN,
    PAID,
    EXPIRED
}
