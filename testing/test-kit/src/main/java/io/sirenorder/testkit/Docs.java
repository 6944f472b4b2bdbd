package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents under {@code docs} that are generated from code; {@code -Dsiren.regenerate=true} rewrites them. */
final class Docs {
    private Docs() {}

    static void assertCurrent(String document, String generated) {
        Path file = root().resolve("docs").resolve(document);
        if (Boolean.getBoolean("siren.regenerate")) {
            write(file, generated);
        }
        assertThat(file)
                .as("docs/" + document + " is stale; run the test with -Dsiren.regenerate=true")
                .exists()
                .content()
                .isEqualTo(generated);
    }

    /** The repository, seen from any of its modules. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("not inside the repository");
            }
        }
        return directory;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
