package io.sirenorder.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A child that does nothing until it is ended. */
final class Sleeper {
    private Sleeper() {}

    static Process start(Path directory) {
        return program(directory, "exec sleep 300");
    }

    /** One that a polite request does not end. */
    static Process stubborn(Path directory) {
        return program(directory, "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
    }

    private static Process program(Path directory, String script) {
        return new Child(List.of("sh", "-c", script), Map.of(), directory, directory.resolve("log")).start();
    }
}
