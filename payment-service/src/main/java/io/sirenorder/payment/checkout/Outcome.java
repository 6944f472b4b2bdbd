package io.sirenorder.payment.checkout;

/** What an approved payment became: exactly one of these. */
public enum Outcome {
    ORDER,
    GIFT,
    REFUNDED
}
