package io.sirenorder.kit.problem;

/** The body did not arrive in time; the connection is closed with the answer. */
public class BodyTooSlow extends Problem {
    private static final int STATUS = 408;

    public BodyTooSlow() {
        super(STATUS);
    }
}
