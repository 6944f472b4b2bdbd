package io.sirenorder.contracts.store;

/** Why an order ended without being finished; never silent. */
public enum Reason {
    SOLD_OUT,
    TOO_BUSY,
    CLOSING,
    CANNOT_PREPARE,
    STORE_CLOSED,
    STORE_UNREACHABLE,
    NO_ANSWER,
    PAYMENT_CANCELLED,
    OTHER
}
