package io.sirenorder.payment.checkout;

/** The result of a payment: exactly one of these. */
public enum Outcome {
    ORDER,
    GIFT,
    REFUNDED
}
