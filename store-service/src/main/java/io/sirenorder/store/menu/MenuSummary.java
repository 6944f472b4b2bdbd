package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.annotation.Nullable;

/** An item in a list. */
record MenuSummary(
        MenuItemId menuItemId,
        String name,
        String englishName,
        MenuCategory category,
        Krw priceKrw,
        @Nullable String thumbnailUrl) {}
