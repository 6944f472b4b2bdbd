package io.sirenorder.payment.portone;

import java.math.BigDecimal;

/**
 * A request to cancel a payment or a part of it.
 *
 * @param amount of it now
 * @param remaining what PortOne must still hold for this to happen at all: the guard against paying back twice
 * @param key the same for every repetition of one and the same request
 * @param reason as the buyer reads it
 */
public record Cancellation(
        PaymentReference payment, BigDecimal amount, BigDecimal remaining, String key, String reason) {

    public boolean isWhole() {
        return amount.compareTo(remaining) == 0;
    }
}
