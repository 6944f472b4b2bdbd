package io.sirenorder.kit.problem;

/** The client wants a media type that we don't speak. */
public class NotAcceptable extends Problem {
    private static final int STATUS = 406;

    public NotAcceptable() {
        super(STATUS);
    }
}
