package io.sirenorder.kit.problem;

/** It does not exist, or is not the caller's: both are answered alike. */
public class NotFound extends Problem {
    private static final int STATUS = 404;

    public NotFound() {
        super(STATUS);
    }
}
