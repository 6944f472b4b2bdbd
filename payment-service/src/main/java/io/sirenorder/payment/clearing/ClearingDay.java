package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.Krw;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The clearing of the card payments that were settled on a Korean day.
 *
 * @param total the sum of {@code stores} and {@code gifts}
 * @param stores one line per store with payments
 * @param seals the stores' timelines of that day as store-service sealed them
 * @param differences payments whose money neither a wallet nor a gift nor a refund explains, at most 500
 */
record ClearingDay(
        @Schema(required = true) LocalDate day,
        @Schema(required = true) ClearingLine total,
        @Schema(required = true) ClearingLine gifts,
        @Schema(required = true) List<ClearingLine> stores,
        @Schema(required = true) List<DaySeal> seals,
        @Schema(required = true) List<Unexplained> differences) {

    /**
     * A payment and the part of it that nothing explains.
     *
     * @param differenceKrw negative where a wallet has booked more than is held
     */
    @Schema(name = "UnexplainedPayment")
    record Unexplained(
            @Schema(required = true) UUID checkoutId,
            @Schema(required = true) Krw heldKrw,
            @Schema(required = true) Krw bookedKrw,
            @Schema(required = true) Krw differenceKrw) {}
}
