package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/** {@code PUT /internal/points-reservations/{checkoutId}}: points set aside; one point is one won. */
public record PointsReservation(Recipient buyer, long points, Instant until) {}
