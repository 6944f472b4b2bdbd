package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Weekday;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/** The hours of a week in Korea's time; a day that closes at or before it opens ends on the next. */
record WeeklyHours(Map<Weekday, DailyHours> days) {
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String MIDNIGHT = "24:00";
    private static final int DAY = 24 * 60;

    /** Absent hours are always open. */
    boolean contain(Instant instant) {
        if (days == null) {
            return true;
        }
        ZonedDateTime now = instant.atZone(KOREA);
        int minute = now.getHour() * 60 + now.getMinute();
        return contain(Weekday.of(now.getDayOfWeek()), minute)
                || contain(Weekday.of(now.getDayOfWeek().minus(1)), minute + DAY);
    }

    private boolean contain(Weekday day, int minute) {
        DailyHours hours = days.get(day);
        if (hours == null) {
            return false;
        }
        int opens = minuteOf(hours.opens());
        int closes = minuteOf(hours.closes());
        return opens <= minute && minute < (closes <= opens ? closes + DAY : closes);
    }

    static boolean isReadable(DailyHours hours) {
        return hours != null
                && hours.opens() != null
                && hours.closes() != null
                && TIME.matcher(hours.opens()).matches()
                && (MIDNIGHT.equals(hours.closes())
                        || TIME.matcher(hours.closes()).matches());
    }

    private static int minuteOf(String time) {
        return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
    }
}
