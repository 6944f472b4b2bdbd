package io.sirenorder.kit.problem;

/** Our fault; what it was is in the log, under the trace id. */
public class UnexpectedFailure extends Problem {
    private static final int STATUS = 500;

    public UnexpectedFailure() {
        super(STATUS);
    }
}
