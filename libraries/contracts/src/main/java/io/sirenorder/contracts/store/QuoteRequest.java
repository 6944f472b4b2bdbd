package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/quotes}: what would this cost, there, now?
 *
 * @param storeId null for a gift, which is bought at the menu's price and used anywhere
 * @param pickup null while it is not known; some choices can't be had everywhere, such as a disposable cup to drink in
 */
public record QuoteRequest(StoreId storeId, Pickup pickup, List<Line> lines) {
    @JsonCreator
    public QuoteRequest {}

    public QuoteRequest(StoreId storeId, List<Line> lines) {
        this(storeId, null, lines);
    }

    /** The choice; absent options take each group's first choice. */
    public record Line(MenuItemId menuItemId, int quantity, Map<String, String> options) {}
}
