package io.sirenorder.kit.problem;

/** The body is of a media type that we don't read. */
public class UnsupportedMediaType extends Problem {
    private static final int STATUS = 415;

    public UnsupportedMediaType() {
        super(STATUS);
    }
}
