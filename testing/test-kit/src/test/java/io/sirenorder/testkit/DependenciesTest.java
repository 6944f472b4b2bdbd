package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final String SNAPSHOT = "SNAPSHOT";

    @Test
    void no_module_depends_on_a_version_that_can_change() throws IOException {
        try (Stream<Path> files = Files.walk(Docs.root())) {
            List<Path> poms = files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
            assertThat(poms).hasSizeGreaterThan(10);
            assertThat(poms).noneMatch(pom -> text(pom).contains(SNAPSHOT));
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(classPath).contains("archunit").doesNotContain(SNAPSHOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
