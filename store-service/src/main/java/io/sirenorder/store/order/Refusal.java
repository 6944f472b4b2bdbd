package io.sirenorder.store.order;

import io.sirenorder.contracts.store.Reason;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;

/** Why a merchant won't make an order; the buyer reads it. */
public record Refusal(
        @NotNull Reason reason, @Size(max = 200) String message) {
    private static final Set<Reason> A_MERCHANTS =
            EnumSet.of(Reason.SOLD_OUT, Reason.TOO_BUSY, Reason.CLOSING, Reason.CANNOT_PREPARE, Reason.OTHER);

    /** What annotations can't say. */
    public void check() {
        if (!A_MERCHANTS.contains(reason)) {
            throw new InvalidRequest("reason", "must be of " + A_MERCHANTS);
        }
        if (reason == Reason.OTHER && (message == null || message.isBlank())) {
            throw new InvalidRequest("message", "must say why, where the reason is OTHER");
        }
    }
}
