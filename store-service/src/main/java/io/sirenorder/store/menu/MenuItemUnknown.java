package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.kit.problem.NotFound;

/** The menu has no such item. */
public class MenuItemUnknown extends NotFound {
    public MenuItemUnknown(MenuItemId id) {
        super(id.value());
    }
}
