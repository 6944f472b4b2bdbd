package io.sirenorder.payment.refund;

/** The progress of a refund. */
public enum RefundStatus {
    DUE,
    /** PortOne is being asked. */
    REQUESTED,
    /** PortOne was asked and gave no clear answer: it is looked up until it does. */
    UNKNOWN,
    DONE,
    /** PortOne refuses for good: a person has to settle it. */
    MANUAL;

    boolean isEnded() {
        return this == DONE || this == MANUAL;
    }
}
