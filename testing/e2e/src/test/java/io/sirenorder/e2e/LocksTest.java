package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PlaysTogether
class LocksTest {
    /** They play on the quiet stack. */
    private static final List<Class<?>> ELSEWHERE = List.of(RehearsalsTest.class, OrderTraceTest.class);

    @Test
    void every_class_says_whether_others_may_play_beside_it() throws IOException {
        Path root = Path.of("target", "test-classes");
        try (Stream<Path> files = Files.walk(root)) {
            List<Class<?>> tests = files.filter(file -> file.toString().endsWith("Test.class"))
                    .<Class<?>>map(file -> classOf(root.relativize(file)))
                    .filter(test -> !ELSEWHERE.contains(test))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(20).allMatch(LocksTest::isLocked);
        }
    }

    private static boolean isLocked(Class<?> test) {
        return test.isAnnotationPresent(PlaysTogether.class) != test.isAnnotationPresent(PlaysAlone.class);
    }

    private static Class<?> classOf(Path file) {
        try {
            return Class.forName(file.toString().replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
