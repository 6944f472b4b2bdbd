package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;

/** An item in a list. */
record MenuSummary(
        MenuItemId menuItemId,
        String name,
        String englishName,
        MenuCategory category,
        Krw priceKrw,
        String thumbnailUrl) {}
