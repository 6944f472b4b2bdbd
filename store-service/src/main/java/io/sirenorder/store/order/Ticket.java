package io.sirenorder.store.order;

import io.sirenorder.contracts.KoreanTime;
import java.time.Instant;
import java.time.LocalDate;

/** The number that is called out: unique per store and day of business in Korea, and not a count of anything. */
record Ticket(LocalDate businessDay, int number, String pickupCode) {

    static LocalDate businessDay(Instant at) {
        return KoreanTime.dateOf(at);
    }
}
