package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import java.util.Map;

/**
 * A line of an order at the menu's price.
 *
 * @param options the chosen value by option key, as in the item's option groups
 * @param priceKrw of one piece, its options included
 */
public record OrderLine(MenuItemId menuItemId, String name, int quantity, Map<String, String> options, Krw priceKrw) {
    @JsonIgnore
    public Krw totalKrw() {
        return priceKrw.times(quantity);
    }
}
