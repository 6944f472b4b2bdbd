package io.sirenorder.payment.reconciliation;

import io.sirenorder.payment.portone.PortOneVersion;
import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * A payment about which PortOne's books and ours disagree, or that became nothing or two things.
 *
 * @param kind {@code unknown}, {@code amounts}, {@code missing}, {@code no-outcome}, {@code not-refunded},
 *     {@code refund-short} or {@code stands-unpaid}
 */
public record Difference(
        String kind,
        PortOneVersion version,
        String paymentId,
        @Nullable UUID checkoutId,
        String detail) {}
