package io.sirenorder.local.stack;

/** The stack can't start or go on, for a reason that one line tells. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    public static final int FAILED = 1;
    public static final int RUNNING_ALREADY = 3;
    public static final int PORT_TAKEN = 4;
    public static final int DISK_FULL = 5;
    public static final int NOT_RUNNING = 6;

    private final int exitCode;

    public Refused(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
