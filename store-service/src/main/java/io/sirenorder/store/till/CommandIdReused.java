package io.sirenorder.store.till;

import io.sirenorder.kit.problem.Problem;

/** The till has given this command's number to another command before. */
public class CommandIdReused extends Problem {
    private static final int UNPROCESSABLE = 422;

    public CommandIdReused() {
        super(UNPROCESSABLE);
    }
}
