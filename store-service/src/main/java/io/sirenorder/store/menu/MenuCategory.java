package io.sirenorder.store.menu;

import java.util.Locale;

/** A page of the menu. */
enum MenuCategory {
    DRINK,
    FOOD,
    PRODUCT;

    /** Reads the name that a query parameter has for it. */
    public static MenuCategory fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
