package io.sirenorder.simulator.payment;

/** A change of a payment, by V2's event names. */
public enum Change {
    READY("Ready"),
    PAID("Paid"),
    VIRTUAL_ACCOUNT_ISSUED("VirtualAccountIssued"),
    PAY_PENDING("PayPending"),
    FAILED("Failed"),
    PARTIAL_CANCELLED("PartialCancelled"),
    CANCELLED("Cancelled"),
    CANCEL_PENDING("CancelPending"),
    DISPUTE_CREATED("DisputeCreated"),
    DISPUTE_RESOLVED("DisputeResolved");

    private final String wireName;

    Change(String wireName) {
        this.wireName = wireName;
    }

    /** {@code Paid}: the old body's status; the new body's type is {@code Transaction.Paid}. */
    public String wireName() {
        return wireName;
    }
}
