package io.sirenorder.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A shell that waits for the end of its standard input, which comes however this launcher ends, and then ends every
 * process still recorded: politely first, for good ten seconds later.
 */
public final class Reaper {
    private static final String SCRIPT = """
            trap "" INT TERM HUP
            cat >/dev/null
            list=$(cat "$1")
            each() { printf '%s\\n' "$list" | while read -r signal pid start name; do [ -n "$pid" ] && "$@"; done; }
            ask() { kill -"$signal" "$pid" 2>/dev/null; }
            lives() { kill -0 "$pid" 2>/dev/null && echo "$pid"; }
            force() { kill -KILL "$pid" 2>/dev/null; }
            each ask
            tries=0
            while [ "$tries" -lt 100 ] && [ -n "$(each lives)" ]; do sleep 0.1; tries=$((tries + 1)); done
            each force
            """;

    private final Process shell;

    private Reaper(Process shell) {
        this.shell = shell;
    }

    public static Reaper watching(Path records) {
        try {
            return new Reaper(new ProcessBuilder("sh", "-c", SCRIPT, "siren-reaper", records.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the reaper", e);
        }
    }

    ProcessHandle process() {
        return shell.toHandle();
    }

    /** Lets it go when nothing is left to reap. */
    public void dismiss() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the reaper", e);
        }
    }
}
