package io.sirenorder.store.stock;

import io.sirenorder.contracts.MenuItemId;
import jakarta.annotation.Nullable;

/**
 * Pieces of an item in the list of a store's counted items.
 *
 * @param daily pieces to begin each trading day with, or null
 */
record ItemStock(
        MenuItemId menuItemId,
        int remaining,
        int held,
        int soldToday,
        @Nullable Integer daily) {}
