package io.sirenorder.kit.problem;

/** No such resource, or one that belongs to others (404). Subclasses may name the kind of thing. */
public class NotFound extends Problem {
    private static final int STATUS = 404;

    public NotFound() {
        super(STATUS);
    }

    /** The arguments fill the placeholders of the detail and reach the client. */
    protected NotFound(Object... detailArguments) {
        super(STATUS, detailArguments);
    }
}
