package io.sirenorder.simulator.payment;

/** The status of a payment, in V2's words; V1 knows only four and no partial cancel. */
public enum PaymentStatus {
    READY("ready"),
    PAY_PENDING("ready"),
    VIRTUAL_ACCOUNT_ISSUED("ready"),
    PAID("paid"),
    FAILED("failed"),
    PARTIAL_CANCELLED("cancelled"),
    CANCELLED("cancelled");

    private final String v1;

    PaymentStatus(String v1) {
        this.v1 = v1;
    }

    public String v1() {
        return v1;
    }

    /** Money has arrived at some time, though it may have gone back since. */
    public boolean wasPaid() {
        return this == PAID || this == PARTIAL_CANCELLED || this == CANCELLED;
    }
}
