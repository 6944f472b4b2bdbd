package io.sirenorder.store.hold;

import io.sirenorder.kit.problem.Problem;

/** Something else is held under this checkout's id. */
public class HoldDiffers extends Problem {
    private static final int CONFLICT = 409;

    public HoldDiffers() {
        super(CONFLICT);
    }
}
