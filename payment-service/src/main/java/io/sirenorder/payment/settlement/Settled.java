package io.sirenorder.payment.settlement;

/** The result of settling a payment. */
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
