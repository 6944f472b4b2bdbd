package io.sirenorder.kit.problem;

/** PostgreSQL refused a value for what it is (SQLSTATE class 22): a retry with the same value fails again. */
public class UnstorableData extends Problem {
    private static final int STATUS = 400;
    private static final String DATA_EXCEPTION = "22";

    public UnstorableData() {
        super(STATUS);
    }

    /** Whether the failure or one of its causes is such a refusal. */
    public static boolean isBehind(Throwable failure) {
        return Causes.of(failure).anyMatch(cause -> SqlState.of(cause).startsWith(DATA_EXCEPTION));
    }
}
