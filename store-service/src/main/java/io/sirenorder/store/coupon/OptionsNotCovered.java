package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Problem;

/** The coupon is fine, and does not cover the chosen options. */
public class OptionsNotCovered extends Problem {
    private static final int CONFLICT = 409;

    public OptionsNotCovered() {
        super(CONFLICT);
    }
}
