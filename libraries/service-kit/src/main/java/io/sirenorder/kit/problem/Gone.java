package io.sirenorder.kit.problem;

/** Something existed and does so no longer (410). Subclasses name it. */
public abstract class Gone extends Problem {
    private static final int STATUS = 410;

    /** The arguments fill the placeholders of the detail and reach the client. */
    protected Gone(Object... detailArguments) {
        super(STATUS, detailArguments);
    }
}
