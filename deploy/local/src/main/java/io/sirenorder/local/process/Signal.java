package io.sirenorder.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that end a process. */
public enum Signal {
    /** A clean end for most. */
    TERM,
    /** PostgreSQL's fast shutdown: {@link #TERM} would wait for its clients. */
    INT,
    /** No clean end. */
    KILL;

    /** Sends it; a process that is gone already is fine. */
    public void to(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
