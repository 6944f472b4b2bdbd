package io.sirenorder.simulator.payment;

/** PortOne says no; each API has its own words for it. */
public final class Refusal extends RuntimeException {
    /** The reasons of PortOne's refusals. */
    public enum Why {
        PAYMENT_NOT_FOUND,
        CANCELLATION_NOT_FOUND,
        ALREADY_PAID,
        ALREADY_REGISTERED,
        NOT_REGISTERED,
        AMOUNT_IS_NOT_THE_REGISTERED_ONE,
        OTHER_VERSION,
        NOT_PAID,
        ALREADY_CANCELLED,
        BALANCE_DIFFERS,
        AMOUNT_EXCEEDS_BALANCE,
        PARTS_EXCEED_AMOUNT,
        TAX_FREE_EXCEEDS_BALANCE,
        WRONG_STATE,
        INVALID_AMOUNT
    }

    private final Why why;

    public Refusal(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
