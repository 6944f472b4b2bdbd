package io.sirenorder.contracts.store;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/quotes}: what would this cost, there, now?
 *
 * @param storeId null for a gift, which is bought at the menu's price and used anywhere
 */
public record QuoteRequest(StoreId storeId, List<Line> lines) {
    /** What is wanted; absent options take each group's first choice. */
    public record Line(MenuItemId menuItemId, int quantity, Map<String, String> options) {}
}
