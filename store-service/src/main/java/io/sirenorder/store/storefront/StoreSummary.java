package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Location;

/** A store in a list. */
record StoreSummary(
        StoreId storeId, String name, String address, Location location, String thumbnailUrl, boolean open) {}
