package io.sirenorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final Pattern ENTRY = Pattern.compile(
            "^\\s*['\"]([^'\"]+)['\"]:\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"),?$",
            Pattern.MULTILINE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*['\"]([^'\"$]+)['\"]");
    private static final Pattern USED_PREFIX = Pattern.compile("\\bt\\(\\s*`([^`$]*)\\$\\{");
    /** Names that are the same in both languages. */
    private static final Set<String> NAMES = Set.of("kit.language.ko", "kit.language.en");

    static Stream<String> books() {
        return PagesOnDisk.scripts().keySet().stream()
                .filter(name -> name.endsWith("/ko.js"))
                .map(name -> name.replace("/ko.js", ""));
    }

    @ParameterizedTest
    @MethodSource("books")
    void both_languages_say_the_same_things(String book) {
        Map<String, String> korean = words(book, "ko");
        Map<String, String> english = words(book, "en");
        assertThat(korean).isNotEmpty();
        assertThat(english.keySet()).isEqualTo(korean.keySet());
        korean.forEach((key, text) ->
                assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @MethodSource("books")
    void each_language_is_written_in_its_own_script(String book) {
        words(book, "en").forEach((key, text) -> {
            if (!NAMES.contains(key)) {
                assertThat(HANGUL.matcher(text).find()).as("%s: %s", key, text).isFalse();
            }
        });
        words(book, "ko").forEach((key, text) -> {
            boolean hasWords = text.replaceAll("\\{[^}]*}", "").codePoints().anyMatch(Character::isLetter);
            boolean acronym = text.replaceAll("\\{[^}]*}", "").matches("[^a-z]*");
            if (!NAMES.contains(key) && hasWords && !acronym) {
                assertThat(HANGUL.matcher(text).find()).as("%s: %s", key, text).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("books")
    void no_key_stands_twice(String book) {
        for (String language : Set.of("ko", "en")) {
            String source = PagesOnDisk.scripts().get(book + "/" + language + ".js");
            assertThat(ENTRY.matcher(source).results().map(found -> found.group(1)))
                    .doesNotHaveDuplicates();
            assertThat(ENTRY.matcher(source).results().count())
                    .as("entries of %s/%s, one a line", book, language)
                    .isEqualTo(source.lines()
                            .filter(line -> line.matches("\\s*['\"].*"))
                            .count());
        }
    }

    @Test
    void every_word_that_a_page_asks_for_exists() {
        Set<String> known =
                books().flatMap(book -> words(book, "ko").keySet().stream()).collect(Collectors.toSet());
        Map<String, Set<String>> unknown = new TreeMap<>();
        PagesOnDisk.scripts().forEach((name, source) -> {
            Set<String> missing = USED.matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .collect(Collectors.toCollection(TreeSet::new));
            USED_PREFIX
                    .matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                unknown.put(name, missing);
            }
        });
        assertThat(unknown).isEmpty();
    }

    private static Map<String, String> words(String book, String language) {
        Map<String, String> words = new LinkedHashMap<>();
        ENTRY.matcher(PagesOnDisk.scripts().get(book + "/" + language + ".js"))
                .results()
                .forEach(found -> words.put(found.group(1), text(found)));
        return words;
    }

    private static String text(MatchResult found) {
        return found.group(2) == null ? found.group(3) : found.group(2);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
