package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Location;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A store in a list.
 *
 * @param open whether an order would reach it now
 * @param opensAt time at which it takes orders again, by its hours or at the end of a pause; null while it is open, and
 *     where that is not known: closed by its merchant, or without a till
 */
record StoreSummary(
        StoreId storeId,
        String name,
        String address,
        Location location,
        @Nullable String thumbnailUrl,
        boolean open,

        @Nullable @Schema(description = "When it takes orders again; null while it is open and where that is not known")
        Instant opensAt) {}
