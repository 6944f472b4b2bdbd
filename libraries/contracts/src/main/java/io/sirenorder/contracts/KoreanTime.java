package io.sirenorder.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time zone of all dates that cross a wire: days of business, of hours and of statements are days in Korea. */
public final class KoreanTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private KoreanTime() {}

    /** Calendar date of a moment in Korea. */
    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
