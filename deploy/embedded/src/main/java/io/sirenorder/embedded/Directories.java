package io.sirenorder.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of the servers' files. */
final class Directories {
    private Directories() {}

    static Path temporary(String kind) throws IOException {
        return Files.createTempDirectory("siren-" + kind + "-");
    }

    /** Directory of unpacked programs, kept from run to run, one per user of this machine. */
    static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "siren-programs-" + System.getProperty("user.name"));
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | UncheckedIOException alreadyGone) {
            if (Files.exists(directory)) {
                throw new IllegalStateException("cannot remove " + directory, alreadyGone);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a server's log, for the message of a failed start. */
    static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }
}
