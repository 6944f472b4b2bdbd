package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Weekday;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The hours of a week; a day that closes at or before it opens ends on the next.
 *
 * @param days absent days are closed; null is always open
 */
record WeeklyHours(Map<Weekday, DailyHours> days) {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String MIDNIGHT = "24:00";
    private static final DailyHours WHOLE_DAY = new DailyHours("00:00", MIDNIGHT);

    /** Hours that begin on that date, or null for none. */
    DailyHours on(LocalDate date) {
        return days == null ? WHOLE_DAY : days.get(Weekday.of(date.getDayOfWeek()));
    }

    static boolean isReadable(DailyHours hours) {
        return hours != null
                && hours.opens() != null
                && hours.closes() != null
                && TIME.matcher(hours.opens()).matches()
                && (MIDNIGHT.equals(hours.closes())
                        || TIME.matcher(hours.closes()).matches());
    }

    /** Minute of the day, 24:00 being 1440. */
    static int minuteOf(String time) {
        return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
    }
}
