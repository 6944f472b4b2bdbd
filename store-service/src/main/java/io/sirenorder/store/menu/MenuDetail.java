package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;

/**
 * An item on a page of its own.
 *
 * @param priceKrw the store's, where one is asked about
 * @param available whether it can be ordered there now; without a store, whether it is on sale at all
 * @param prepUnits kitchen work of one piece
 * @param position place on the menu; null: after all that have one
 */
record MenuDetail(
        MenuItemId menuItemId,
        String name,
        String englishName,
        MenuCategory category,
        Krw priceKrw,
        @Nullable String thumbnailUrl,
        @Nullable String description,
        List<String> allergens,
        Map<String, Nutrition> nutrition,
        boolean available,
        List<OptionGroup> optionGroups,
        int prepUnits,
        @Nullable Integer position) {}
