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
 */
public record OrderLine(
        MenuItemId menuItemId,
        String name,
        int quantity,
        Map<String, String> options,
        Krw priceKrw,
        @Nullable String englishName,
        @Nullable List<String> choices) {
    @JsonCreator
    public OrderLine {}

    public OrderLine(MenuItemId menuItemId, String name, int quantity, Map<String, String> options, Krw priceKrw) {
        this(menuItemId, name, quantity, options, priceKrw, null, null);
    }

    @JsonIgnore
    public Krw totalKrw() {
        return priceKrw.times(quantity);
    }
}
