package io.sirenorder.simulator.webhook;

/** The answer of the merchant's server; status 0 when it could not be reached or was too slow. */
public record Receipt(int status, String body) {
    /** PortOne promises no more than that a 200 counts. */
    boolean isSuccess() {
        return status == 200;
    }

    boolean isWorthRetryingInV1() {
        return status == 0 || status >= 500;
    }
}
