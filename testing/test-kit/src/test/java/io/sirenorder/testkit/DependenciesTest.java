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

    @Test
    void no_library_on_the_class_path_is_older_than_the_mending_of_its_known_faults() {
        List<String> classPath = LeastVersions.classPath();
        assertThat(LeastVersions.tooOld(classPath)).isEmpty();
        assertThat(LeastVersions.checked(classPath))
                .contains("netty-codec-http", "vertx-core", "jackson-core", "postgresql");
    }

    @Test
    void a_library_that_is_too_old_is_found() {
        List<String> classPath = List.of(
                "/m2/postgresql-42.7.10.jar",
                "/m2/postgresql-42.7.11.jar",
                "/m2/netty-codec-http-4.1.99.Final.jar",
                "/m2/netty-codec-http-4.2.0.Final.jar",
                "/m2/scram-client-3.1.jar",
                "/m2/scram-client-3.2.jar",
                "/m2/jackson-core-2.9.jar",
                "/m2/another-1.0.jar");
        assertThat(LeastVersions.tooOld(classPath))
                .containsExactly(
                        "postgresql-42.7.10.jar",
                        "netty-codec-http-4.1.99.Final.jar",
                        "scram-client-3.1.jar",
                        "jackson-core-2.9.jar");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
