package io.sirenorder.payment.portone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A secret given as text, or in a file that is read again when it has changed; never printed. */
public final class Secret {
    private record Read(FileTime at, List<String> lines) {}

    private final List<String> given;
    private final Optional<Path> file;
    private final AtomicReference<Read> read = new AtomicReference<>(new Read(FileTime.fromMillis(-1), List.of()));

    public Secret(List<String> given, Optional<String> file) {
        this.given = List.copyOf(given);
        this.file = file.map(Path::of);
    }

    public static Secret of(Optional<String> given, Optional<String> file) {
        return new Secret(given.stream().toList(), file);
    }

    /** All of them that hold now. */
    public List<String> all() {
        return file.map(this::lines).orElse(given);
    }

    public String one() {
        return all().stream().findFirst().orElseThrow(() -> new IllegalStateException("a PortOne secret is missing"));
    }

    private List<String> lines(Path path) {
        try {
            FileTime at = Files.getLastModifiedTime(path);
            if (!at.equals(read.get().at())) {
                List<String> lines = Files.readAllLines(path);
                read.set(new Read(
                        at,
                        lines.stream()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()));
            }
            return read.get().lines();
        } catch (IOException e) {
            throw new UncheckedIOException("a PortOne secret's file can't be read", e);
        }
    }
}
