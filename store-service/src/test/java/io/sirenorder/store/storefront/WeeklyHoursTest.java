package io.sirenorder.store.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Weekday;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {
    /** 2 March 2026 is a Monday. */
    private static boolean open(Map<Weekday, DailyHours> hours, String koreanTime) {
        return new WeeklyHours(hours).contain(Instant.parse(koreanTime + ":00+09:00"));
    }

    @Test
    void absent_hours_are_always_open_and_absent_days_are_closed() {
        assertThat(open(null, "2026-03-02T03:00")).isTrue();
        assertThat(open(Map.of(Weekday.TUE, new DailyHours("09:00", "18:00")), "2026-03-02T12:00"))
                .isFalse();
    }

    @Test
    void a_day_opens_on_the_minute_and_closes_before_it() {
        Map<Weekday, DailyHours> monday = Map.of(Weekday.MON, new DailyHours("09:00", "18:00"));

        assertThat(open(monday, "2026-03-02T08:59")).isFalse();
        assertThat(open(monday, "2026-03-02T09:00")).isTrue();
        assertThat(open(monday, "2026-03-02T17:59")).isTrue();
        assertThat(open(monday, "2026-03-02T18:00")).isFalse();
    }

    @Test
    void a_day_that_closes_before_it_opens_ends_on_the_next() {
        Map<Weekday, DailyHours> monday = Map.of(Weekday.MON, new DailyHours("18:00", "02:00"));

        assertThat(open(monday, "2026-03-02T01:00")).isFalse();
        assertThat(open(monday, "2026-03-02T23:59")).isTrue();
        assertThat(open(monday, "2026-03-03T01:59")).isTrue();
        assertThat(open(monday, "2026-03-03T02:00")).isFalse();
    }

    @Test
    void midnight_may_be_written_as_twenty_four() {
        Map<Weekday, DailyHours> monday = Map.of(Weekday.MON, new DailyHours("00:00", "24:00"));

        assertThat(open(monday, "2026-03-02T23:59")).isTrue();
        assertThat(open(monday, "2026-03-03T00:00")).isFalse();
        assertThat(WeeklyHours.isReadable(new DailyHours("00:00", "24:00"))).isTrue();
    }

    @Test
    void what_is_no_time_is_not_readable() {
        assertThat(WeeklyHours.isReadable(new DailyHours("24:00", "08:00"))).isFalse();
        assertThat(WeeklyHours.isReadable(new DailyHours("9:00", "18:00"))).isFalse();
        assertThat(WeeklyHours.isReadable(new DailyHours("09:60", "18:00"))).isFalse();
        assertThat(WeeklyHours.isReadable(new DailyHours("09:00", null))).isFalse();
        assertThat(WeeklyHours.isReadable(null)).isFalse();
    }
}
