package io.sirenorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRulesTest {
    private static final Pattern IMPORT = Pattern.compile(
            "(?m)^(?:import|export)(?:[^'\";]*?\\bfrom)?\\s*['\"]([^'\"]+)['\"]|\\bimport\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|unsafeHTML|unsafeStatic|\\sstyle=|javascript:|\\son[a-z]+=[\"'$]");
    private static final Pattern TOKEN_KEPT = Pattern.compile(
            "localStorage[^\\n]*(?i:token|bearer|password)|prefs\\.set\\([^)]*(?i:token|bearer|password)");
    private static final int KILO = 1024;

    @Test
    void every_import_is_relative_and_exists() {
        Set<String> broken = new TreeSet<>();
        PagesOnDisk.scripts()
                .forEach((name, source) -> IMPORT.matcher(source)
                        .results()
                        .map(PageRulesTest::reference)
                        .filter(reference -> !reference.startsWith(".")
                                || !PagesOnDisk.exists(JoinedScript.resolved(name, reference)))
                        .forEach(reference -> broken.add(name + " -> " + reference)));
        assertThat(broken).isEmpty();
    }

    @Test
    void the_kit_knows_no_page_and_a_page_no_other() {
        Set<String> crossing = new TreeSet<>();
        PagesOnDisk.scripts()
                .forEach((name, source) -> IMPORT.matcher(source)
                        .results()
                        .map(PageRulesTest::reference)
                        .filter(reference -> reference.startsWith("."))
                        .map(reference -> JoinedScript.resolved(name, reference))
                        .filter(target -> !mayImport(room(name), room(target)))
                        .forEach(target -> crossing.add(name + " -> " + target)));
        assertThat(crossing).isEmpty();
    }

    private static String reference(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static boolean mayImport(String from, String to) {
        return from.equals(to) || to.equals("kit") || (from.equals("kit") && to.equals("lit-html"));
    }

    private static String room(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }

    @Test
    void text_is_never_parsed_as_markup_and_nothing_is_evaluated() {
        Map<String, String> found = new TreeMap<>();
        PagesOnDisk.scripts()
                .forEach((name, source) -> FORBIDDEN
                        .matcher(source)
                        .results()
                        .forEach(match -> found.put(name, match.group().strip())));
        PagesOnDisk.files(".html")
                .forEach((name, source) -> FORBIDDEN
                        .matcher(source)
                        .results()
                        .forEach(match -> found.put(name, match.group().strip())));
        assertThat(found).isEmpty();
    }

    @Test
    void no_token_outlives_the_window() {
        assertThat(PagesOnDisk.scripts())
                .allSatisfy((name, source) ->
                        assertThat(TOKEN_KEPT.matcher(source).find()).as(name).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"till, 45", "shop, 45", "operator, 40"})
    void a_page_is_light_when_it_is_first_loaded(String page, int kilobytes) {
        SortedMap<String, byte[]> sources = PagesOnDisk.bytes();
        String main = page + "/main.js";
        sources.put(main, JoinedScript.of(main, sources));
        int bytes = Stream.of(main, "kit/ko.js", page + "/ko.js", "kit/kit.css", page + "/" + page + ".css")
                .mapToInt(name -> zipped(name, sources.get(name)))
                .sum();
        assertThat(bytes).as(page).isBetween(KILO, kilobytes * KILO);
    }

    private static int zipped(String name, byte[] content) {
        PageFile file = PageFile.of(name, content);
        return file.zipped() == null ? content.length : file.zipped().length();
    }

    @Test
    void a_page_names_its_directory_and_its_styles() {
        PagesOnDisk.files(".html").forEach((name, source) -> {
            String page = name.replace(".html", "");
            assertThat(source)
                    .as(name)
                    .contains(
                            "data-page=\"" + page + "\"",
                            "lang=\"ko\"",
                            "/assets/{{edition}}/kit/kit.css",
                            "{{facts}}",
                            "/assets/boot.js")
                    .doesNotContain("<style");
            assertThat(PagesOnDisk.exists(page + "/main.js")).as(name).isTrue();
            assertThat(source.getBytes(StandardCharsets.UTF_8).length).isLessThan(4 * KILO);
        });
    }
}
