package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.Problem;

/** The store takes no orders now: its merchant, its hours or a missing till say so. */
public class StoreClosed extends Problem {
    private static final int CONFLICT = 409;

    public StoreClosed() {
        super(CONFLICT);
    }
}
