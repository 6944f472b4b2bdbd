package io.sirenorder.kit.problem;

/** The request can be read, and its content cannot be carried out (422). Subclasses name the reason. */
public abstract class Unprocessable extends Problem {
    private static final int STATUS = 422;

    /** The arguments fill the placeholders of the detail and reach the client. */
    protected Unprocessable(Object... detailArguments) {
        super(STATUS, detailArguments);
    }
}
