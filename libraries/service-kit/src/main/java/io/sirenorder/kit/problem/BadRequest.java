package io.sirenorder.kit.problem;

/** The request breaks a rule that its form does not show (400). Subclasses name the rule. */
public abstract class BadRequest extends Problem {
    private static final int STATUS = 400;

    /** The arguments fill the placeholders of the detail and reach the client. */
    protected BadRequest(Object... detailArguments) {
        super(STATUS, detailArguments);
    }
}
