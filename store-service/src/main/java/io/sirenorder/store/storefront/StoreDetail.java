package io.sirenorder.store.storefront;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.DailyHours;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.contracts.store.Weekday;
import java.util.List;
import java.util.Map;

/**
 * A store on a page of its own.
 *
 * @param open whether an order would reach it now
 * @param accepting the merchant's switch alone
 */
record StoreDetail(
        StoreId storeId,
        String name,
        String address,
        Location location,
        String thumbnailUrl,
        boolean open,
        boolean accepting,
        String description,
        List<String> images,
        String phone,
        Map<Weekday, DailyHours> openingHours,
        Map<Weekday, DailyHours> orderingHours,
        String parking,
        String directions) {}
