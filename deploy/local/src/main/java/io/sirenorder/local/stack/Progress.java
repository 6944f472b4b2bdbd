package io.sirenorder.local.stack;

import java.time.Duration;

/** Reports the start of the parts to a terminal or a pipe. */
public interface Progress {
    /** A part is being started. */
    void starting(String part);

    /** A part has become ready. */
    void ready(String part, Duration took);

    /** A part did not become ready. */
    void failed(String part);

    /** Something worth a line. */
    void say(String line);

    /** Progress for this terminal, or for a pipe. */
    static Progress here() {
        return Terminal.isInteractive() ? new ProgressBoard() : new ProgressLines();
    }
}
