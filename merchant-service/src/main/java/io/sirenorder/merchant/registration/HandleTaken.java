package io.sirenorder.merchant.registration;

import io.sirenorder.kit.problem.Problem;

/** Another merchant has this handle. */
public class HandleTaken extends Problem {
    private static final int CONFLICT = 409;

    HandleTaken() {
        super(CONFLICT);
    }
}
