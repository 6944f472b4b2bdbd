package io.sirenorder.kit.problem;

/** The header fields of the request are larger together than any that are expected. */
public class HeadersTooLarge extends Problem {
    private static final int STATUS = 431;

    public HeadersTooLarge() {
        super(STATUS);
    }
}
