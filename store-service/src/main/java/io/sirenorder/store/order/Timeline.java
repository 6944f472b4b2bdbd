package io.sirenorder.store.order;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The steps of an order with their hashes.
 *
 * @param intact whether each hash is that of its step and of all before it
 */
@Schema(name = "OrderTimeline")
record Timeline(List<Entry> entries, boolean intact) {

    /**
     * A step.
     *
     * @param hash SHA-256 in hexadecimal; null in steps from before hashes were kept
     */
    @Schema(name = "HashedStep")
    record Entry(
            String step,
            String actor,
            @Nullable String reason,
            Instant at,
            @Nullable String hash) {}
}
