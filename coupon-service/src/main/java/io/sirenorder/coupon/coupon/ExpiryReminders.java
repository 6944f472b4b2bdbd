package io.sirenorder.coupon.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The times before its end at which a coupon's holder is reminded, if the coupon is valid at least twice as long. */
final class ExpiryReminders {
    private ExpiryReminders() {}

    /** Time of the next notice after {@code now}, or null when none fits any more. */
    static Instant next(List<Duration> leads, Instant issued, Instant expires, Instant now) {
        Duration whole = Duration.between(issued, expires);
        return leads.stream()
                .filter(lead -> lead.multipliedBy(2).compareTo(whole) <= 0)
                .map(expires::minus)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
