package io.sirenorder.store.storefront;

import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.store.DailyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times at which a store takes orders, in Korea: the hours of its special days, else of its week. The trading day of
 * a moment is the date on which the hours began that contain it, and the calendar date where none do.
 */
record OrderingHours(WeeklyHours week, Map<LocalDate, SpecialDay> special) {
    private static final int DAY_MINUTES = 24 * 60;
    /** Hours that follow each other without a gap for so long have no end worth naming. */
    private static final int LOOK_AHEAD_DAYS = 8;

    /** Hours that began on a date, from {@code opens} up to but without {@code closes}. */
    record Interval(LocalDate day, Instant opens, Instant closes) {
        boolean contains(Instant at) {
            return !at.isBefore(opens) && at.isBefore(closes);
        }
    }

    boolean contain(Instant at) {
        return around(at).isPresent();
    }

    LocalDate tradingDay(Instant at) {
        return around(at).map(Interval::day).orElseGet(() -> KoreanTime.dateOf(at));
    }

    /** End of the hours that contain the moment, gapless ones taken together; empty when none do or they never end. */
    Optional<Instant> closesAfter(Instant at) {
        Optional<Interval> now = around(at);
        for (int i = 0; i < LOOK_AHEAD_DAYS && now.isPresent(); i++) {
            Instant end = now.get().closes();
            Optional<Interval> next = around(end);
            if (next.isEmpty()) {
                return Optional.of(end);
            }
            now = next;
        }
        return Optional.empty();
    }

    /** End of the trading day of the moment: with its hours, or at midnight where none contain it. */
    Instant dayEnds(Instant at) {
        return around(at).map(Interval::closes).orElseGet(() -> midnightAfter(KoreanTime.dateOf(at)));
    }

    /** Beginning of the next hours, looked for in the next eight days. */
    Optional<Instant> nextOpening(Instant at) {
        LocalDate today = KoreanTime.dateOf(at);
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(LOOK_AHEAD_DAYS)
                .flatMap(day -> on(day).stream())
                .map(Interval::opens)
                .filter(opens -> opens.isAfter(at))
                .findFirst();
    }

    private Optional<Interval> around(Instant at) {
        LocalDate today = KoreanTime.dateOf(at);
        return Stream.of(today, today.minusDays(1))
                .flatMap(day -> on(day).stream())
                .filter(hours -> hours.contains(at))
                .findFirst();
    }

    private Optional<Interval> on(LocalDate day) {
        DailyHours hours = special.containsKey(day) ? special.get(day).hours() : week.on(day);
        if (hours == null) {
            return Optional.empty();
        }
        int opens = WeeklyHours.minuteOf(hours.opens());
        int closes = WeeklyHours.minuteOf(hours.closes());
        Instant midnight = day.atStartOfDay(KoreanTime.ZONE).toInstant();
        return Optional.of(new Interval(
                day,
                midnight.plus(Duration.ofMinutes(opens)),
                midnight.plus(Duration.ofMinutes(closes <= opens ? closes + DAY_MINUTES : closes))));
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(KoreanTime.ZONE).toInstant();
    }
}
