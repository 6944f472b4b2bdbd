package io.sirenorder.contracts.store;

import java.time.DayOfWeek;

/** A day of the week as clients write it. */
public enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN;

    public static Weekday of(DayOfWeek day) {
        return valueOf(day.name().substring(0, 3));
    }
}
