package io.sirenorder.store.menu;

import io.sirenorder.kit.problem.Problem;

/** The menu has it and the store has not, for now. */
public class ItemUnavailable extends Problem {
    private static final int CONFLICT = 409;

    public ItemUnavailable(String itemName) {
        super(CONFLICT, itemName);
    }
}
