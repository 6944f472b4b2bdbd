package io.sirenorder.store.menu;

import java.util.Locale;

/** A page of the menu. */
enum MenuCategory {
    DRINK,
    FOOD,
    PRODUCT;

    /** How a query parameter names it. */
    public static MenuCategory fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
