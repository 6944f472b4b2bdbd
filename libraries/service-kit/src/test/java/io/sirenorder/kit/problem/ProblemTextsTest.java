package io.sirenorder.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private final ProblemTexts texts = ProblemTexts.load();

    @Test
    void a_slug_is_the_name_of_the_class() {
        assertThat(new NotFound().slug()).isEqualTo("not-found");
        assertThat(new UnsupportedMediaType().slug()).isEqualTo("unsupported-media-type");
        assertThat(new TooManyRequests(Duration.ZERO).getMessage()).isEqualTo("too-many-requests [1]");
    }

    @Test
    void every_text_is_there_in_both_languages() throws Exception {
        assertThat(new TreeSet<>(properties("ko").keySet()))
                .isEqualTo(new TreeSet<>(properties("en").keySet()));
    }

    @Test
    void placeholders_are_filled_and_apostrophes_stay() {
        Problem problem = new InvalidRequest("field", "can't be {0}");
        assertThat(texts.detail(problem, Locale.ENGLISH)).isEqualTo("field can't be {0}");
        assertThat(texts.detail(problem, Locale.KOREAN)).contains("field").contains("올바르지 않습니다");
    }

    @Test
    void korean_is_spoken_unless_english_is_preferred() {
        assertThat(Languages.best(null)).isEqualTo(Locale.KOREAN);
        assertThat(Languages.best("en-GB,en;q=0.9,ko;q=0.8")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.best("ko;q=0.9,en;q=0.8")).isEqualTo(Locale.KOREAN);
        assertThat(Languages.best("fr")).isEqualTo(Locale.KOREAN);
        assertThat(Languages.best("*")).isEqualTo(Locale.KOREAN);
        assertThat(Languages.best(";;;q=x")).isEqualTo(Locale.KOREAN);
        assertThat(Languages.best("en," + "x".repeat(10_000))).isEqualTo(Locale.KOREAN);
    }

    private static Properties properties(String language) throws Exception {
        Properties properties = new Properties();
        try (var file = ProblemTextsTest.class.getResourceAsStream("/problems_" + language + ".properties")) {
            properties.load(file);
        }
        return properties;
    }
}
