package io.sirenorder.payment.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment that another service's books contradict, seen at least twice some minutes apart.
 *
 * @param kind {@code order-missing}, {@code order-amount}, {@code order-not-refunded}, {@code order-of-refunded},
 *     {@code order-of-rejected}, {@code order-unpaid}, {@code sale-missing}, {@code sale-amount}, {@code sale-of-ended},
 *     {@code gift-missing}, {@code gift-amount}, {@code gift-not-refunded}, {@code gift-of-refunded},
 *     {@code gift-of-rejected}, {@code gift-refund} or {@code gift-unpaid}
 * @param since when it was seen first
 */
public record FulfilmentDifference(
        @Schema(required = true) UUID checkoutId,
        @Schema(required = true) String kind,
        @Schema(required = true) String detail,
        @Schema(required = true) Instant since) {}
