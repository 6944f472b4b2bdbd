package io.sirenorder.store.till;

import io.sirenorder.kit.problem.Problem;

/** A till can't order us to do this. */
public class CommandUnknown extends Problem {
    private static final int BAD_REQUEST = 400;

    public CommandUnknown() {
        super(BAD_REQUEST);
    }
}
