package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Location;
import jakarta.annotation.Nullable;

/** A store in a list. */
record StoreSummary(
        StoreId storeId,
        String name,
        String address,
        Location location,
        @Nullable String thumbnailUrl,
        boolean open) {}
