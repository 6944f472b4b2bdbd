package io.sirenorder.coupon.menu;

import io.sirenorder.kit.problem.Problem;

/** The menu has no such thing, or the store has not, or not with these choices. */
public class NotSold extends Problem {
    private static final int CONFLICT = 409;

    NotSold(Throwable refusal) {
        super(CONFLICT);
        initCause(refusal);
    }
}
