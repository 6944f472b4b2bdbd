package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/**
 * {@code PUT /internal/points-reservations/{checkoutId}}: points set aside; one point is one won.
 *
 * @param until latest end of the checkout, after which a reservation is counted as overdue; only the checkout's own end gives points back
 */
public record PointsReservation(Recipient buyer, long points, Instant until) {}
