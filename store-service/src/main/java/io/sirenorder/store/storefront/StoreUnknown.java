package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.Problem;

/** There is no such store, or it is another merchant's: the answer is the same. */
public class StoreUnknown extends Problem {
    private static final int NOT_FOUND = 404;

    public StoreUnknown() {
        super(NOT_FOUND);
    }
}
