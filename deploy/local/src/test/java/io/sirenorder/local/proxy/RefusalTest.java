package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Path DOCUMENT = Path.of("../../docs/problems/front-door.md");

    @Test
    void every_refusal_has_words_in_both_languages_and_no_words_are_left_over() {
        for (String language : List.of("ko", "en")) {
            RefusalText text = RefusalText.inLanguage(language);
            assertThat(Stream.of(Refusal.values())).allSatisfy(refusal -> {
                assertThat(text.title(refusal)).isNotBlank();
                assertThat(text.detail(refusal)).isNotBlank();
            });
            assertThat(text.texts()).hasSize(2 * Refusal.values().length);
        }
    }

    @Test
    void the_catalogue_lists_them_all() throws IOException {
        String catalogue = Stream.of(Refusal.values())
                .sorted(Comparator.comparing(Refusal::slug))
                .map(RefusalTest::row)
                .collect(Collectors.joining("", """
                        # Problems of front-door

                        Generated from the code. The answers of the local stack's front door itself; in a cluster the ingress
                        answers these cases in its own way. The type of each leads to its page.

                        | code | status | Korean | English |
                        |---|---|---|---|
                        """, ""));
        if (Boolean.getBoolean("siren.regenerate")) {
            Files.writeString(DOCUMENT, catalogue);
        }
        assertThat(DOCUMENT)
                .as("docs/problems/front-door.md is stale; run the test with -Dsiren.regenerate=true")
                .content()
                .isEqualTo(catalogue);
    }

    private static String row(Refusal refusal) {
        return "| `%s` | %d | %s | %s |%n"
                .formatted(refusal.slug(), refusal.status(), words(refusal, "ko"), words(refusal, "en"));
    }

    private static String words(Refusal refusal, String language) {
        RefusalText text = RefusalText.inLanguage(language);
        return "**" + text.title(refusal) + "** " + text.detail(refusal);
    }
}
