package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.StoreId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The seal of one store's timelines of a day, as store-service told it.
 *
 * @param root SHA-256 in lower-case hexadecimal, as in {@code store.day-sealed}
 */
record DaySeal(
        @Schema(required = true) StoreId storeId,
        @Schema(required = true) int orders,
        @Schema(required = true) String root,
        @Schema(required = true) Instant sealedAt) {}
