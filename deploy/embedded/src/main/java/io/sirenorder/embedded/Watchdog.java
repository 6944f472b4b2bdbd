package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A shell that waits for the end of this JVM, however it ends, and then stops the server which wrote its process id into
 * a file; it is started before the server, so that a JVM killed while starting one leaves none behind either. It has a
 * session of its own, so that what kills the JVM's whole process group spares it.
 */
final class Watchdog implements AutoCloseable {
    /** Reads until told to go in peace; at the end of its input it stops the server and sweeps its directory. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pidfile=$1 signal=$2 sweep=$3
            if read -r word; then exit 0; fi
            beats=0
            while [ $beats -lt 20 ]; do
              if [ -s "$pidfile" ]; then
                pid=$(head -n 1 "$pidfile")
                kill -s "$signal" "$pid" 2>/dev/null || break
              elif [ $beats -ge 6 ]; then
                break
              fi
              sleep 0.5
              beats=$((beats + 1))
            done
            [ -s "$pidfile" ] && kill -s KILL "$(head -n 1 "$pidfile")" 2>/dev/null
            [ -n "$sweep" ] && rm -rf "$sweep"
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches over a server.
     *
     * @param signal what stops it cleanly: {@code INT} or {@code TERM}
     * @param sweep a directory to be removed afterwards, or null
     */
    static Watchdog over(Path pidFile, String signal, Path sweep) throws IOException {
        String directory = sweep == null ? "" : sweep.toString();
        return new Watchdog(
                new ProcessBuilder(OwnSession.of("sh", "-c", SCRIPT, "watchdog", pidFile.toString(), signal, directory))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Calls it off: the server has been stopped, or shall go on. */
    @Override
    public void close() {
        try (var input = shell.getOutputStream()) {
            input.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException alreadyGone) {
            shell.destroyForcibly();
        }
        Waiting.quietly(() -> shell.waitFor(2, TimeUnit.SECONDS));
    }
}
