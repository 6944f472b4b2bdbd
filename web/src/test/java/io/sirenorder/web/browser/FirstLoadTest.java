package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and bytes of a first visit; answers of the services count, too. */
@QuarkusTest
class FirstLoadTest {
    private static final int KILO = 1024;
    private static final String COUNT = "return performance.getEntriesByType('resource').length + 1";
    private static final String BYTES = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, one) => sum + one.encodedBodySize, 0)""";

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    @ParameterizedTest
    @CsvSource({"/till/, #merchant, 45", "/shop/, nav.tabbar, 45", "/operator/, [data-test=sign-in], 40"})
    void a_first_visit_asks_for_few_files_and_few_bytes(String page, String shown, int kilobytes) {
        Browser browser = pages.open();
        browser.go(page);
        browser.see(shown);
        long requests = (Long) browser.run(COUNT);
        long bytes = (Long) browser.run(BYTES);
        System.out.printf("%s first visit: %d requests, %d bytes%n", page, requests, bytes);
        assertThat(requests).as("requests of %s", page).isBetween(5L, 24L);
        assertThat(bytes).as("bytes of %s", page).isBetween((long) KILO, (long) kilobytes * KILO);
    }
}
