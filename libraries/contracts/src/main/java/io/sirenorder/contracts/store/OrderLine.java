package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;

/**
 * A line of an order at the menu's price.
 *
 * @param options the chosen value by option key, as in the item's option groups
 * @param priceKrw of one piece, its options included
 * @param englishName name of the item in English; null where the menu has none
 * @param choices names of the chosen options as the menu showed them, in the order of the item's groups; null in lines
 *     from before they were kept
 * @param menuPriceKrw of one piece by the house's menu, where the store's own price is higher; null otherwise
 */
public record OrderLine(
        MenuItemId menuItemId,
        String name,
        int quantity,
        Map<String, String> options,
        Krw priceKrw,
        @Nullable String englishName,
        @Nullable List<String> choices,
        @Nullable Krw menuPriceKrw) {
    @JsonCreator
    public OrderLine {}

    public OrderLine(MenuItemId menuItemId, String name, int quantity, Map<String, String> options, Krw priceKrw) {
        this(menuItemId, name, quantity, options, priceKrw, null, null, null);
    }

    /** The part of the price that the house's menu backs: a store's own price mints no loyalty. */
    @JsonIgnore
    public Krw backedKrw() {
        Krw piece = menuPriceKrw == null || menuPriceKrw.compareTo(priceKrw) > 0 ? priceKrw : menuPriceKrw;
        return piece.times(quantity);
    }

    @JsonIgnore
    public Krw totalKrw() {
        return priceKrw.times(quantity);
    }
}
