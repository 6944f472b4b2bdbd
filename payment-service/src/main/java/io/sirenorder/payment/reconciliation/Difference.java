package io.sirenorder.payment.reconciliation;

import io.sirenorder.payment.portone.PortOneVersion;
import java.util.UUID;

/**
 * Where PortOne's books and ours part, or money has become nothing, or two things.
 *
 * @param kind {@code unknown}, {@code amounts}, {@code missing}, {@code no-outcome}, {@code not-refunded},
 *     {@code refund-short} or {@code stands-unpaid}
 */
public record Difference(String kind, PortOneVersion version, String paymentId, UUID checkoutId, String detail) {}
