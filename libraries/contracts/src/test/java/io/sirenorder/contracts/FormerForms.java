package io.sirenorder.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The forms that events and messages had in earlier releases: {@code NAME.1.json} is the oldest. */
final class FormerForms {
    static final Path DIRECTORY = Path.of("src/test/resources/former");

    private FormerForms() {}

    /** Forms of {@code events}, or of {@code messages}. */
    static List<Path> of(String kind) throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    /** Keeps a frozen form that is about to be replaced by another. */
    static void keep(String name, Path frozen, JsonNode next) throws IOException {
        if (!Files.exists(frozen)
                || Wire.JSON.readTree(Files.readString(frozen)).equals(next)) {
            return;
        }
        int number = 1;
        while (Files.exists(file(name, number))) {
            number++;
        }
        Files.createDirectories(file(name, number).getParent());
        Files.copy(frozen, file(name, number));
    }

    private static Path file(String name, int number) {
        return DIRECTORY.resolve(name + "." + number + ".json");
    }
}
