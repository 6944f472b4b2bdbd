package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first word of each Javadoc comment, in main sources and tests of every module. */
class FirstWordsTest {
    /** Words that leave open which thing is meant, or who acts. */
    private static final Pattern OPEN = Pattern.compile(
            "/\\*\\*[\\s*]*(It|Its|This|That|These|Those|Only|As|So|Such|What|Whatever|Who|Whoever|Whose|Nobody)\\b.*");

    private static final String OPENING = "/*" + "*";

    @Test
    void a_comment_begins_with_its_thing_or_a_verb() throws IOException {
        try (Stream<Path> files = Files.walk(Docs.root())) {
            assertThat(files.filter(FirstWordsTest::isSource).flatMap(FirstWordsTest::breaking))
                    .isEmpty();
        }
    }

    @Test
    void a_comment_that_begins_otherwise_is_found_on_one_line_and_on_several() {
        assertThat(openings(OPENING + " What is sold. */")).hasSize(1);
        assertThat(openings(OPENING + "\n     * It is sold.\n     */")).hasSize(1);
        assertThat(openings(OPENING + " Items that are sold. */ /* It is no Javadoc. */"))
                .isEmpty();
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
    }

    private static Stream<String> breaking(Path file) {
        try {
            return openings(Files.readString(file)).stream()
                    .map(line -> Docs.root().relativize(file) + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> openings(String source) {
        return OPEN.matcher(source)
                .results()
                .map(match -> match.group().strip())
                .toList();
    }
}
