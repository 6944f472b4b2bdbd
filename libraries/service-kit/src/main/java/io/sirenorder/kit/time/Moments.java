package io.sirenorder.kit.time;

import java.time.DateTimeException;
import java.time.Instant;

/** Moments that callers name: those that a database column can hold, which are fewer than Java's. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /** Reads a text such as {@code 2026-11-22T03:04:05Z}; {@link DateTimeException} if it is none, or outside of years 1 to 9999. */
    public static Instant parse(String text) {
        return bounded(Instant.parse(text));
    }

    /** The moment itself; {@link DateTimeException} outside of years 1 to 9999. */
    public static Instant bounded(Instant moment) {
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new DateTimeException("outside of the years 1 to 9999");
        }
        return moment;
    }
}
