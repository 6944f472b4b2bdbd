package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.kit.problem.Problem;

/** The menu has no such item. */
public class MenuItemUnknown extends Problem {
    private static final int NOT_FOUND = 404;

    public MenuItemUnknown(MenuItemId id) {
        super(NOT_FOUND, id.value());
    }
}
