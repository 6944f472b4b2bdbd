package io.sirenorder.store.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The number that is called out: unique per store and day of business in Korea, and not a count of anything. */
record Ticket(LocalDate businessDay, int number, String pickupCode) {
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    static LocalDate businessDay(Instant at) {
        return LocalDate.ofInstant(at, KOREA);
    }
}
