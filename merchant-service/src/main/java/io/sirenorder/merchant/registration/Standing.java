package io.sirenorder.merchant.registration;

/** Whether a store may sell. */
public enum Standing {
    /** The store waits for an operator's approval and is neither listed nor sold from. */
    PENDING,
    ACTIVE,
    /** An operator stopped new orders; open ones run to their end. */
    SUSPENDED,
    /** An operator closed it for good: open orders are refused and refunded. In the table it is SUSPENDED with a time. */
    CLOSED
}
