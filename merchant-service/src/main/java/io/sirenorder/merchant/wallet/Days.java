package io.sirenorder.merchant.wallet;

import io.sirenorder.kit.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A bounded range of days, both ends included. */
record Days(LocalDate from, LocalDate to) {
    private static final long MOST = 92;

    /** Reads a range; fails with {@link InvalidRequest} where it is none, or too long. */
    static Days of(String from, String to) {
        Days days = new Days(day("from", from), day("to", to));
        long count = ChronoUnit.DAYS.between(days.from, days.to) + 1;
        if (count < 1 || count > MOST) {
            throw new InvalidRequest("to", "must be a day not before from, and at most " + MOST + " days in all");
        }
        return days;
    }

    /** Reads one day. */
    static LocalDate day(String field, String text) {
        try {
            if (text != null && text.length() == "2026-01-01".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw bad(field);
        }
        throw bad(field);
    }

    private static InvalidRequest bad(String field) {
        return new InvalidRequest(field, "must be a day as 2026-03-02");
    }
}
