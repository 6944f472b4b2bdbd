package io.sirenorder.coupon.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sirenorder.contracts.KoreanTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time that a promise holds, by ISO 8601: {@code PT3H}, {@code P1D}, {@code P1Y}; years and months by Korea's calendar. */
@Schema(
        type = SchemaType.STRING,
        format = "duration",
        examples = {"P30D", "PT3H"},
        description = "ISO 8601, longer than nothing and at most ten years; years and months by Korea's calendar")
public record Validity(Period days, Duration hours) {
    private static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int LONGEST_TEXT = 40;

    public Validity {
        Duration length = Duration.between(SOME_DAY, end(SOME_DAY, days, hours));
        if (days.isNegative() || hours.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be longer than nothing and at most ten years");
        }
    }

    /** Reads ISO 8601; an {@link IllegalArgumentException} says that it is none or out of bounds. */
    @JsonCreator
    public static Validity parse(String text) {
        if (text == null || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("not a duration");
        }
        int time = text.indexOf('T');
        String date = time < 0 ? text : text.substring(0, time);
        try {
            return new Validity(
                    date.equals("P") ? Period.ZERO : Period.parse(date),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }

    public Instant from(Instant start) {
        return end(start, days, hours);
    }

    private static Instant end(Instant start, Period days, Duration hours) {
        try {
            return ZonedDateTime.ofInstant(start, KoreanTime.ZONE)
                    .plus(days)
                    .plus(hours)
                    .toInstant();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return hours.isZero()
                ? days.toString()
                : (days.isZero() ? "P" : days) + hours.toString().substring(1);
    }
}
