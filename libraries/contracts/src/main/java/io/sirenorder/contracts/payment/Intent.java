package io.sirenorder.contracts.payment;

/** What a payment is for. */
public enum Intent {
    ORDER,
    GIFT
}
