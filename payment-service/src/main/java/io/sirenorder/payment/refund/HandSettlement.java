package io.sirenorder.payment.refund;

import io.sirenorder.contracts.Krw;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.text.Paragraph;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a refund that was paid back outside of PortOne.
 *
 * @param note for those who ask later, 5 to 500 characters
 * @param settledKrw paid back, from 1 won to the refund's amount
 * @param at when it was paid back, not in the future; null for now
 */
public record HandSettlement(
        @NotNull @Size(min = 5) @Paragraph(max = 500) String note,
        @NotNull Krw settledKrw,
        Instant at) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Fails with {@link InvalidRequest} for what this refund cannot be settled with. */
    void check(Refund refund, Instant now) {
        Krw most = refund.view().refundKrw();
        boolean isForeign = most.isZero();
        if (!isForeign && (settledKrw.won() < 1 || settledKrw.compareTo(most) > 0)) {
            throw new InvalidRequest("settledKrw", "must be from 1 to " + most.won());
        }
        if (settledKrw.won() < 0) {
            throw new InvalidRequest("settledKrw", "must not be negative");
        }
        if (at != null && at.isAfter(now.plus(CLOCK_SKEW))) {
            throw new InvalidRequest("at", "must not be in the future");
        }
    }
}
