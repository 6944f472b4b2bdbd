package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first visit of each page over a phone's network, the next one there, and a reload without such a network. Milliseconds until
 * its first screen was painted are printed, and judged with {@code -Dsiren.budgets=judged} only, on a machine that does nothing else.
 */
@QuarkusTest
class VisitTest {
    private static final boolean ARE_BUDGETS_JUDGED = "judged".equals(System.getProperty("siren.budgets"));
    private static final int BITS_PER_SECOND = 1_600_000;
    private static final Duration LATENCY = Duration.ofMillis(150);
    private static final int FAST = 1_000_000_000;
    private static final long MOST_FOR_A_FIRST_VISIT = 2_000;
    private static final long MOST_FOR_A_RELOAD = 100;

    /** Remembers when the document's first screen was painted. */
    private static final String WATCH = """
            const look = () => document.querySelector("%s")
              ? requestAnimationFrame(() => setTimeout(() => { window.shownAt = performance.now(); }))
              : requestAnimationFrame(look);
            requestAnimationFrame(look);
            """;

    private static final String SHOWN_AT = "return Math.round(window.shownAt ?? 0)";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @ParameterizedTest
    @CsvSource({"/till/, #merchant", "/shop/, .store-card", "/operator/, [data-test=sign-in]"})
    void a_page_is_there_soon_over_a_slow_network_and_at_once_when_it_is_loaded_again(String page, String shown) {
        house.stores(new JsonArray().add(Samples.store()));
        browser = pages.open("ko", 390, 844);
        browser.prepare(WATCH.formatted(shown));
        browser.network(BITS_PER_SECOND, LATENCY);
        browser.go(page);
        long first = screen();
        browser.reload();
        long next = screen();
        browser.network(FAST, Duration.ZERO);
        browser.reload();
        long reload = screen();
        long paint = browser.profiler().firstPaint();
        System.out.printf(
                "%s: first visit %d ms, next %d ms, reload without that network %d ms, its first paint %d ms%n",
                page, first, next, reload, paint);
        assertThat(paint).isPositive();
        if (ARE_BUDGETS_JUDGED) {
            assertThat(first).as("first visit of %s", page).isLessThan(MOST_FOR_A_FIRST_VISIT);
            assertThat(paint).as("reload of %s", page).isLessThan(MOST_FOR_A_RELOAD);
        }
    }

    private long screen() {
        return browser.until(
                () -> {
                    long at = (Long) browser.run(SHOWN_AT);
                    return at > 0 ? at : null;
                },
                "the first screen");
    }
}
