package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String SOURCES = "/src/main/java/";

    /** One meaning per word: {@code equal-names.txt} holds the names that two modules share, and why they may. */
    @Test
    void no_two_modules_have_a_type_of_one_name_without_a_reason() throws IOException {
        Map<String, Set<String>> modules = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Docs.root())) {
            files.map(Path::toString)
                    .filter(file -> file.contains(SOURCES) && file.endsWith(".java") && !file.contains("/target/"))
                    .filter(file -> !file.endsWith("-info.java"))
                    .forEach(file -> modules.computeIfAbsent(name(file), name -> new TreeSet<>())
                            .add(file.substring(0, file.indexOf(SOURCES))));
        }
        modules.values().removeIf(places -> places.size() < 2);
        modules.keySet().removeAll(allowed());
        assertThat(modules).isEmpty();
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
    }

    private static Set<String> allowed() throws IOException {
        try (InputStream list = NamesTest.class.getResourceAsStream("/equal-names.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NamesTest::reasoned)
                    .collect(Collectors.toSet());
        }
    }

    private static String reasoned(String line) {
        String[] parts = line.split(": ", 2);
        assertThat(parts).as("a name and its reason: %s", line).hasSize(2);
        return parts[0];
    }
}
