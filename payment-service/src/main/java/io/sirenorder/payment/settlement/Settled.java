package io.sirenorder.payment.settlement;

/** What looking a payment up came to. */
public enum Settled {
    APPROVED,
    REJECTED,
    /** It was settled before; what has changed since is noted. */
    KNOWN,
    /** Nothing is paid yet. */
    WAITING,
    /** Another account's payment. */
    FOREIGN
}
