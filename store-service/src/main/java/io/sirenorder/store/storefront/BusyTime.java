package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Minutes that a kitchen needs longer for each order, until a moment of today's hours. */
public record BusyTime(
        @NotNull @Min(5) @Max(60) Integer extraMinutes,
        @NotNull Instant until) {
    private static final int LEAST = 5;

    /** Checks what a socket's command may leave out. */
    public void check() {
        if (extraMinutes < LEAST) {
            throw new InvalidRequest("extraMinutes", "must be between 5 and 60, or 0 to end the busy time");
        }
        if (until == null) {
            throw new InvalidRequest("until", "must be given");
        }
    }
}
