package io.sirenorder.payment.refund;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund as operators see it.
 *
 * @param status {@code DUE}, {@code REQUESTED}, {@code UNKNOWN}, {@code DONE}, {@code MANUAL} or {@code SETTLED} (by hand)
 * @param refundKrw to go back in total, earlier cancellations included
 * @param lastAnswer PortOne's last answer, or null
 * @param nextTryAt null when nothing more is tried by itself
 * @param settledKrw paid back by hand, or null
 * @param settledAt when it was paid back by hand, as the operator says, or null
 */
public record RefundView(
        UUID refundId,
        CheckoutId checkoutId,
        Purpose purpose,
        String status,
        Krw refundKrw,
        String reason,
        int tries,
        int refusals,
        @Nullable String lastAnswer,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant endedAt,
        @Nullable Krw settledKrw,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String note) {}
