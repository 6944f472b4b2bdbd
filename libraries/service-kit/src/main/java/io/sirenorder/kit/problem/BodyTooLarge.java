package io.sirenorder.kit.problem;

/** The body is larger than any we expect. */
public class BodyTooLarge extends Problem {
    private static final int STATUS = 413;

    public BodyTooLarge() {
        super(STATUS);
    }
}
