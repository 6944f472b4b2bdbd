package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Problem;

/** The coupon is fine, and the store does not sell now what it buys. */
public class NotSold extends Problem {
    private static final int CONFLICT = 409;

    public NotSold() {
        super(CONFLICT);
    }
}
