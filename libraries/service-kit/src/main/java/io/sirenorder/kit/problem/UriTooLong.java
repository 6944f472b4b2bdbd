package io.sirenorder.kit.problem;

/** The address of the request is longer than any of ours. */
public class UriTooLong extends Problem {
    private static final int STATUS = 414;

    public UriTooLong() {
        super(STATUS);
    }
}
