package io.sirenorder.kit.problem;

/** The request is sound, and the state of things does not allow it (409). Subclasses name the reason. */
public abstract class Conflict extends Problem {
    private static final int STATUS = 409;

    /** The arguments fill the placeholders of the detail and reach the client. */
    protected Conflict(Object... detailArguments) {
        super(STATUS, detailArguments);
    }
}
