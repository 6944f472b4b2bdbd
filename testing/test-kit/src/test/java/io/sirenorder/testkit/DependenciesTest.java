package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** Faults that were known and mended when these were chosen: requests smuggled by extensions of chunks, floods of HTTP/2. */
    @Test
    void what_reads_from_the_network_is_not_older_than_its_last_known_fault() {
        assertThat(isAtLeast(
                        4,
                        1,
                        135,
                        io.netty.util.Version.identify().get("netty-codec-http").artifactVersion()))
                .isTrue();
        assertThat(isAtLeast(4, 5, 27, io.vertx.core.impl.launcher.commands.VersionCommand.getVersion()))
                .isTrue();
    }

    private static boolean isAtLeast(int major, int minor, int micro, String version) {
        int[] parts = Stream.of(version.split("[^0-9]+"))
                .limit(3)
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.compare(parts, new int[] {major, minor, micro}) >= 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
