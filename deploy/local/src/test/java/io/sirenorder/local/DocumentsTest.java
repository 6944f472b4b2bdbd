package io.sirenorder.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    /** Words in code font that name no file of the repository. */
    private static final Set<String> OTHERS = Set.of("Uni", "Duration", "OrderRefused");

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/style.md"})
    void every_class_that_is_named_exists(String document) throws IOException {
        Set<String> known = classes();
        Set<String> named = CLASS.matcher(text(document))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !OTHERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "README.ko.md",
                "CONTRIBUTING.md",
                "docs/architecture.md",
                "docs/style.md",
                "deploy/local/README.md"
            })
    void every_link_leads_to_a_file(String document) throws IOException {
        Path directory = ROOT.resolve(document).getParent();
        List<String> links = LINK.matcher(text(document))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(links).allSatisfy(link -> assertThat(directory.resolve(link)).exists());
    }

    @Test
    void every_decision_has_a_number_a_status_and_a_date() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs/decisions"))) {
            assertThat(files.filter(file -> !file.endsWith("0000-template.md")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .containsPattern(
                                    "^# " + file.getFileName().toString().substring(0, 4) + " \\S")
                            .containsPattern(
                                    "\nStatus: (proposed|accepted|superseded by .+)\nDate: \\d{4}-\\d{2}-\\d{2}\n")
                            .contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n"));
        }
    }

    private static String text(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }

    private static Set<String> classes() throws IOException {
        Set<String> names = new TreeSet<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                boolean skipped = name.equals("target") || (name.startsWith(".") && !directory.equals(ROOT));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    names.add(name.substring(0, name.length() - ".java".length()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }
}
