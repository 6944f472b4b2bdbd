package io.sirenorder.kit.problem;

/** The token is valid, and its role may not do this. */
public class Forbidden extends Problem {
    private static final int STATUS = 403;

    public Forbidden() {
        super(STATUS);
    }
}
