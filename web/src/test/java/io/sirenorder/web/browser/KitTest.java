package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.sirenorder.web.ScriptsOfTests;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code src/test/resources/kit/*.test.js} in Chromium, each test of theirs as one here. Those of the shop and of the till show
 * single screens, whose requests are answered by the test.
 */
@QuarkusTest
class KitTest {
    @TestHTTPResource("/")
    URL home;

    @TestFactory
    List<DynamicTest> the_kit_keeps_its_word() {
        try (Browser browser = Browser.openEngine(home.toString().replaceAll("/$", ""), "ko", 800, 600)) {
            return ScriptsOfTests.names()
                    .flatMap(file -> results(browser, file))
                    .toList();
        }
    }

    private static Stream<DynamicTest> results(Browser browser, String file) {
        browser.go("/test/" + file);
        JsonArray results =
                new JsonArray(browser.until(() -> (String) browser.run("return window.results ?? null"), file));
        assertThat(results).as(file).isNotEmpty();
        return results.stream()
                .map(JsonObject.class::cast)
                .map(result -> dynamicTest(
                        file + ": " + result.getString("name"),
                        () -> assertThat(result.getString("failure")).isNull()));
    }
}
