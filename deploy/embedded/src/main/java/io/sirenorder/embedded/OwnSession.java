package io.sirenorder.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command in a session, and so a process group, of its own, where the machine has a program for that. */
final class OwnSession {
    private static final Path PROGRAM = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    static List<String> of(String... command) {
        return Files.isExecutable(PROGRAM)
                ? Stream.concat(Stream.of(PROGRAM.toString()), Stream.of(command))
                        .toList()
                : List.of(command);
    }
}
