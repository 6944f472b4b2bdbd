package io.sirenorder.kit.problem;

/** The path exists, the method on it does not. */
public class MethodNotAllowed extends Problem {
    private static final int STATUS = 405;

    public MethodNotAllowed() {
        super(STATUS);
    }
}
