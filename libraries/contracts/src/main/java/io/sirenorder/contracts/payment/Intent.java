package io.sirenorder.contracts.payment;

/** The purpose of a payment. */
public enum Intent {
    ORDER,
    GIFT
}
