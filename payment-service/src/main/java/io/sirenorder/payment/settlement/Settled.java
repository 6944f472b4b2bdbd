package io.sirenorder.payment.settlement;

/** The result of settling a payment. */
public enum Settled {
    APPROVED,
    REJECTED,
    /** The payment was settled before; changes since then are recorded. */
    KNOWN,
    /** No money has come in yet. */
    WAITING,
    /** Another account's payment. */
    FOREIGN
}
