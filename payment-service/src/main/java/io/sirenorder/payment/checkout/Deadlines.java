package io.sirenorder.payment.checkout;

import java.time.Instant;

/** The moments that count in a promise. */
record Deadlines(Instant now, Instant firstLook, Instant expiry) {
    static Deadlines of(CheckoutConfig config, Instant now) {
        return new Deadlines(now, now.plus(config.lookAfter()), now.plus(config.validity()));
    }
}
