package io.sirenorder.store.till;

import io.sirenorder.kit.problem.Problem;

/** Tills have no such command. */
public class CommandUnknown extends Problem {
    private static final int BAD_REQUEST = 400;

    public CommandUnknown() {
        super(BAD_REQUEST);
    }
}
