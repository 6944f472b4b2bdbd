package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Days on which a store has other hours than those of the week; past ones are forgotten when one is added. */
@Embeddable
class SpecialDays {
    static final int MOST = 60;

    @Convert(converter = SpecialDaysColumn.class)
    private SortedMap<LocalDate, SpecialDay> specialDays = new TreeMap<>();

    /** Null where the day has the hours of its weekday. */
    SpecialDay on(LocalDate day) {
        return specialDays.get(day);
    }

    /** Gives a day its own hours; {@link InvalidRequest} where it is past, or one too many. */
    void put(LocalDate day, SpecialDay hours, LocalDate today) {
        if (day.isBefore(today)) {
            throw new InvalidRequest("date", "must not be past");
        }
        SortedMap<LocalDate, SpecialDay> next = new TreeMap<>(specialDays.tailMap(today.minusDays(1)));
        next.put(day, hours);
        if (next.size() > MOST) {
            throw new InvalidRequest("date", "must be one of at most " + MOST + " special days");
        }
        specialDays = next;
    }

    /** Gives a day the hours of its weekday again. */
    void remove(LocalDate day) {
        SortedMap<LocalDate, SpecialDay> next = new TreeMap<>(specialDays);
        next.remove(day);
        specialDays = next;
    }

    /** Hours by date that beat those of the week. */
    SortedMap<LocalDate, SpecialDay> byDate() {
        return specialDays;
    }
}
