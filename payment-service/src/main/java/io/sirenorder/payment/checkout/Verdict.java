package io.sirenorder.payment.checkout;

/** The decision about a payment after its look-up. */
public enum Verdict {
    APPROVED,
    REJECTED
}
