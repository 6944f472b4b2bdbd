package io.sirenorder.store.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Weekday;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderingHoursTest {
    /** 2 March 2026 is a Monday. */
    private static boolean open(Map<Weekday, DailyHours> hours, String koreanTime) {
        return new OrderingHours(new WeeklyHours(hours), Map.of()).contain(Instant.parse(koreanTime + ":00+09:00"));
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

    @Test
    void a_special_day_beats_the_week_and_hours_that_began_the_day_before_run_out() {
        Map<Weekday, DailyHours> week =
                Map.of(Weekday.MON, new DailyHours("18:00", "02:00"), Weekday.TUE, new DailyHours("09:00", "18:00"));
        OrderingHours hours = new OrderingHours(
                new WeeklyHours(week),
                Map.of(
                        LocalDate.of(2026, 3, 3), new SpecialDay(true, null, null),
                        LocalDate.of(2026, 3, 4), new SpecialDay(null, "10:00", "12:00")));

        assertThat(hours.contain(at("2026-03-03T01:00"))).isTrue();
        assertThat(hours.contain(at("2026-03-03T12:00"))).isFalse();
        assertThat(hours.contain(at("2026-03-04T11:00"))).isTrue();
        assertThat(hours.nextOpening(at("2026-03-03T02:00"))).contains(at("2026-03-04T10:00"));
    }

    @Test
    void a_trading_day_is_the_date_on_which_its_hours_began() {
        OrderingHours night =
                new OrderingHours(new WeeklyHours(Map.of(Weekday.MON, new DailyHours("18:00", "02:00"))), Map.of());

        assertThat(night.tradingDay(at("2026-03-03T01:59"))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(night.dayEnds(at("2026-03-02T23:00"))).isEqualTo(at("2026-03-03T02:00"));
        assertThat(night.tradingDay(at("2026-03-03T02:00"))).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void hours_without_a_gap_end_where_the_last_of_them_ends() {
        Map<Weekday, DailyHours> days =
                Map.of(Weekday.MON, new DailyHours("09:00", "24:00"), Weekday.TUE, new DailyHours("00:00", "03:00"));
        OrderingHours hours = new OrderingHours(new WeeklyHours(days), Map.of());

        assertThat(hours.closesAfter(at("2026-03-02T23:00"))).contains(at("2026-03-03T03:00"));
        assertThat(hours.closesAfter(at("2026-03-03T04:00"))).isEmpty();
        assertThat(new OrderingHours(new WeeklyHours(null), Map.of()).closesAfter(at("2026-03-02T23:00")))
                .isEmpty();
    }

    private static Instant at(String koreanTime) {
        return Instant.parse(koreanTime + ":00+09:00");
    }
}
