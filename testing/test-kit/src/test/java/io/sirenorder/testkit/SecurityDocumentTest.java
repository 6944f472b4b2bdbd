package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/security.md} names exist. */
class SecurityDocumentTest {
    private static final int LINES = 40;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void every_claim_names_tests_that_exist() throws IOException {
        String document = Files.readString(Docs.root().resolve("docs/security.md"));
        List<String> named = NAMED.matcher(document)
                .results()
                .map(test -> test.group(1) + "." + test.group(2))
                .toList();
        List<Path> sources = sources();

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named).allSatisfy(test -> assertThat(sources).anyMatch(source -> holds(source, test)));
    }

    @Test
    void every_line_of_the_checklist_stands_there() throws IOException {
        Set<Integer> numbers = Files.readAllLines(Docs.root().resolve("docs/security.md")).stream()
                .filter(row -> NAMED.matcher(row).find())
                .map(row -> row.split("\\|", 3)[1])
                .flatMap(cell -> NUMBER.matcher(cell).results())
                .map(number -> Integer.valueOf(number.group()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINES).boxed().toList());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Docs.root())) {
            return files.filter(file -> file.toString().contains("/src/test/java/")
                            && file.toString().endsWith("Test.java"))
                    .toList();
        }
    }

    private static boolean holds(Path source, String test) {
        String[] names = test.split("\\.", 2);
        try {
            return source.getFileName().toString().equals(names[0] + ".java")
                    && Files.readString(source).contains("void " + names[1] + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
