package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The till with very many orders at once, and over a long shift. A change redraws the card that it concerns and no other; the
 * processor time that it took is printed, and judged with {@code -Dsiren.budgets=judged} only, on a machine that does nothing else.
 */
@QuarkusTest
class LongShiftTest {
    private static final int LIVE = 500;
    private static final int CHANGES = 100;
    private static final boolean ARE_BUDGETS_JUDGED = "judged".equals(System.getProperty("siren.budgets"));
    private static final Duration MOST_FOR_THE_LOAD = Duration.ofSeconds(1);

    /** Percentile of changes that is judged: the collector of garbage works in some. */
    private static final int MEASURED = 95;

    private static final Duration MOST_FOR_A_CHANGE = Duration.ofMillis(50);
    private static final Duration MOST_FOR_A_TAP = Duration.ofMillis(100);
    private static final int SHIFT = 2_000;
    private static final int SAMPLE = 500;
    private static final int ABREAST = 20;
    private static final long MEGA = 1024L * 1024;
    private static final long MOST_HEAP = 30 * MEGA;
    /** Bytes that the till may keep of an order that has ended: its id and version. */
    private static final long MOST_PER_ORDER = 1024;

    private static final String WATCH = """
            window.tasks = [];
            new PerformanceObserver(list => list.getEntries().forEach(one => tasks.push(one.duration))).observe({type: 'longtask'});
            window.cards = {added: 0, removed: 0};
            const count = nodes => [...nodes].filter(one => one.matches?.('[data-order]')).length;
            new MutationObserver(list => list.forEach(one => {
                cards.added += count(one.addedNodes);
                cards.removed += count(one.removedNodes);
            })).observe(document.body, {childList: true, subtree: true});
            """;

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @Test
    void five_hundred_orders_are_on_the_board_and_changes_reach_it_all() {
        for (int number = 1; number <= LIVE; number++) {
            house.place(order(number));
        }
        browser = pages.openTill();
        browser.until(() -> cards() == LIVE ? true : null, "all cards are shown");
        Duration begin = browser.profiler().busy();
        browser.reload();
        browser.tap("[data-action=start]");
        browser.until(() -> cards() == LIVE ? true : null, "all cards are shown again");
        Duration load = browser.profiler().busy().minus(begin);
        browser.run(WATCH);
        List<JsonObject> more = new ArrayList<>();
        List<Duration> changes = new ArrayList<>();
        for (int number = LIVE + 1; number <= LIVE + CHANGES; number++) {
            Duration before = browser.profiler().busy();
            more.add(house.place(order(number)));
            browser.asynchronously("setTimeout(arguments[0], 100, [])");
            changes.add(browser.profiler().busy().minus(before));
        }
        browser.until(() -> cards() == LIVE + CHANGES ? true : null, "all new cards are shown");
        assertThat(redrawn()).isEqualTo("added %d, removed 0".formatted(CHANGES));
        Duration beforeTap = browser.profiler().busy();
        browser.run("document.querySelector('[data-order] [data-action=accept]').click()");
        browser.asynchronously("setTimeout(arguments[0], 100, [])");
        Duration tap = browser.profiler().busy().minus(beforeTap);
        judge(load, changes, tap);
        more.forEach(order -> house.become(order, "ACCEPTED", new JsonObject().put("minutes", 8)));
        browser.until(
                () -> browser.count(".column-making [data-order]") == more.size() + 1 ? true : null,
                "all are accepted");
        System.out.printf(
                "%d live orders, 10 changes a second: long tasks (ms) %s, heap %.1f MB%n",
                LIVE,
                browser.run("return tasks.map(Math.round).join(' ') || 'none'"),
                (double) browser.profiler().heap() / MEGA);
        assertThat(browser.profiler().heap()).isLessThan(MOST_HEAP);
    }

    private static void judge(Duration load, List<Duration> changes, Duration tap) {
        Collections.sort(changes);
        Duration change = changes.get(MEASURED * changes.size() / 100);
        System.out.printf(
                "%d live orders, main thread: load %d ms, a change %d ms, a tap %d ms%n",
                LIVE, load.toMillis(), change.toMillis(), tap.toMillis());
        if (ARE_BUDGETS_JUDGED) {
            assertThat(load).isLessThan(MOST_FOR_THE_LOAD);
            assertThat(change).isLessThan(MOST_FOR_A_CHANGE);
            assertThat(tap).isLessThan(MOST_FOR_A_TAP);
        }
    }

    @Test
    void the_memory_of_the_till_is_flat_over_two_thousand_orders() {
        browser = pages.openTill();
        List<Long> heaps = new ArrayList<>();
        for (int number = 1; number <= SHIFT; number++) {
            JsonObject order = house.place(order(number));
            house.become(order, "ACCEPTED", new JsonObject().put("minutes", 8));
            house.become(order.put("collection", "COLLECTED"), "FINISHED", new JsonObject());
            if (number % ABREAST == 0) {
                awaitCaughtUp(number);
            }
            if (number % SAMPLE == 0) {
                heaps.add(browser.profiler().heap());
            }
        }
        System.out.printf("heap after each %d of %d orders (bytes): %s%n", SAMPLE, SHIFT, heaps);
        assertThat(heaps.get(heaps.size() - 1) - heaps.get(0)).isLessThan((SHIFT - SAMPLE) * MOST_PER_ORDER);
        assertThat(browser.count("[data-order]")).isZero();
    }

    /** An order that waits longer than the test lasts. */
    private static JsonObject order(int number) {
        return Samples.order(number, 5, "TO_GO", "얼음 적게", Samples.latte(1), Samples.croissant(2));
    }

    private void awaitCaughtUp(int number) {
        JsonObject last = house.place(order(SHIFT + number));
        browser.until(() -> cards() == 1 ? true : null, "the last order is shown");
        house.become(last, "CANCELLED", new JsonObject());
        browser.until(() -> cards() == 0 ? true : null, "nothing is left");
    }

    /** Cards put on the board and taken from it since it was watched. */
    private String redrawn() {
        return String.valueOf(browser.run("return `added ${cards.added}, removed ${cards.removed}`"));
    }

    private long cards() {
        return browser.count(".column-new [data-order]");
    }
}
