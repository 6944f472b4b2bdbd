package io.sirenorder.store.menu;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * An item in the whole menu of a store.
 *
 * @param priceKrw the store's price, without options
 * @param available whether it can be ordered there now
 * @param soldOutUntil when a sold-out item returns by itself, or null
 * @param remaining pieces left; only where the store counts them and few are left, else null
 */
record MenuEntry(
        MenuItemId menuItemId,
        String name,
        String englishName,
        MenuCategory category,
        Krw priceKrw,
        @Nullable String thumbnailUrl,
        @Nullable String description,
        List<String> allergens,
        boolean available,
        @Nullable Instant soldOutUntil,
        @Nullable Integer remaining,
        List<OptionGroup> optionGroups) {}
