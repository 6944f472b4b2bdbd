package io.sirenorder.kit.problem;

/** No token, or none that we accept; which of its parts is wrong is not told. */
public class Unauthorized extends Problem {
    private static final int STATUS = 401;

    public Unauthorized() {
        super(STATUS);
    }
}
