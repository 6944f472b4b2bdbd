package io.sirenorder.store.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.annotation.Nullable;

/**
 * Hours of one date, which beat those of the week.
 *
 * @param closed true: no orders on that date, and no times; otherwise both times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpecialDay(
        @Nullable Boolean closed,
        @Nullable String opens,
        @Nullable String closes) {

    static SpecialDay ofHours(DailyHours hours) {
        return new SpecialDay(null, hours.opens(), hours.closes());
    }

    /** Checks that it is either closed or has readable hours. */
    void check() {
        if (isClosed() ? opens != null || closes != null : !WeeklyHours.isReadable(new DailyHours(opens, closes))) {
            throw new InvalidRequest(
                    "opens", "must be HH:mm with closes HH:mm or 24:00, and absent where closed is true");
        }
    }

    private boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    /** Hours of the date, or null where the store is closed. */
    DailyHours hours() {
        return isClosed() ? null : new DailyHours(opens, closes);
    }
}
