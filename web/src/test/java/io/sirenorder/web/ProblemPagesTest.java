package io.sirenorder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemPagesTest {
    private static final Pattern CELLS = Pattern.compile(" \\| ");

    /** Rows of all catalogues, without their heads. */
    private static List<List<String>> rows() {
        return PagesOnDisk.below(PagesOnDisk.REPOSITORY.resolve("docs").resolve("problems"), ".md")
                .map(PagesOnDisk::text)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.asList(CELLS.split(line.substring(2, line.length() - 2))))
                .toList();
    }

    @Test
    void each_code_of_the_catalogue_has_its_page_in_both_languages() {
        assertThat(rows()).hasSizeGreaterThan(100).allSatisfy(row -> {
            String path = "/problems/" + row.get(0).replace("`", "");
            assertThat(page(path, "ko")).contains("HTTP " + row.get(1)).contains(words(row.get(2)));
            assertThat(page(path, "en")).contains("HTTP " + row.get(1)).contains(words(row.get(3)));
        });
    }

    private static String page(String path, String language) {
        Response answer = given().header("Accept-Language", language).get(path);
        answer.then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Language", language)
                .body(containsString("<html lang=\"" + language + "\">"));
        return answer.asString();
    }

    /** Title and detail, which a cell has in one line. */
    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("\\*\\* ?"))
                .filter(text -> !text.isBlank())
                .map(text -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .toList();
    }

    @Test
    void the_list_leads_to_every_page() {
        String list = page("/problems/", "en");
        assertThat(rows())
                .allSatisfy(row -> assertThat(list)
                        .contains("href=\"/problems/" + row.get(0).replace("`", "") + "\""));
        given().redirects()
                .follow(false)
                .get("/problems")
                .then()
                .statusCode(308)
                .header("Location", "/problems/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US,en;q=0.9|''|en",
                "fr, en;q=0.8|''|en",
                "ko-KR,ko;q=0.9,en;q=0.8|''|ko",
                "fr|''|ko",
                "-,;=|''|ko",
                "en|ko|ko",
                "ko|en|en",
                "en|fr|en"
            })
    void the_language_is_the_one_asked_for(String accepted, String asked, String language) {
        String query = asked.isEmpty() ? "" : "?lang=" + asked;
        given().header("Accept-Language", accepted)
                .get("/problems/not-found" + query)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    void a_page_runs_nothing_and_is_sent_again_only_when_it_has_changed() {
        Response first = given().get("/problems/not-found");
        assertThat(first.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        given().header("If-None-Match", first.getHeader("ETag"))
                .get("/problems/not-found")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems/nowhere", "/problems/not-found/", "/problems/Not-Found", "/problems/every-service.md"
            })
    void what_is_no_code_has_no_page(String path) {
        given().get(path).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
