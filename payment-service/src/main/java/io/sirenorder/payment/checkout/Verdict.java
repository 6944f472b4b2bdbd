package io.sirenorder.payment.checkout;

/** What a look-up decided about a payment. */
public enum Verdict {
    APPROVED,
    REJECTED
}
