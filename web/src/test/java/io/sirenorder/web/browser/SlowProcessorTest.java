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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main ways through till and shop on a processor as it is and four times slower. Everything works there as well; how long each step
 * took until it was painted, and the main thread's processor time for it, are printed and not judged.
 */
@QuarkusTest
class SlowProcessorTest {
    /** Does something to an element, and answers the milliseconds until the page that shows another is painted. */
    private static final String STEP = """
            const done = arguments[0], begin = performance.now();
            %s;
            const look = () => document.querySelectorAll("%s").length >= %d
              ? setTimeout(() => done([String(Math.round(performance.now() - begin))]))
              : requestAnimationFrame(look);
            requestAnimationFrame(look);
            """;

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;
    private String where;

    @ParameterizedTest
    @CsvSource({"1,20", "4,20", "1,500", "4,500"})
    void a_till_starts_takes_a_change_and_a_tap(int times, int live) {
        for (int number = 1; number <= live; number++) {
            house.place(Samples.order(number, 5, "TO_GO", "얼음 적게", Samples.latte(1), Samples.croissant(2)));
        }
        house.remember();
        begin(pages.open(), "till, %d orders, processor 1/%d".formatted(live, times), times);
        Duration before = browser.profiler().busy();
        browser.go("/till/#m=" + FakeHouse.MERCHANT);
        browser.see("[data-action=start]");
        said("first paint", String.valueOf(browser.profiler().firstPaint()), before);
        step("load of the board", click("[data-action=start]"), ".column-new [data-order]", live);
        before = browser.profiler().busy();
        house.place(Samples.order(live + 1, 5, "TO_GO", null, Samples.latte(1)));
        browser.until(() -> browser.count("[data-order='%d']".formatted(live + 1)) == 1 ? true : null, "a change");
        said("a new order", "-", before);
        step("tap: accept", click("[data-order='1'] [data-action=accept]"), ".column-making [data-order]", 1);
        step("tap: finish", click("[data-order='1'] [data-action=finish]"), "[data-action=undo]", 1);
        step("tap: a dialog", click("[data-order='2'] [data-action=minutes]"), "dialog .tiles", 1);
        browser.slow(1);
        assertThat(browser.count(".column-new [data-order]")).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_shop_leads_from_its_stores_into_the_basket(int times) {
        house.stores(new JsonArray().add(Samples.store()));
        begin(pages.open("ko", 390, 844), "shop, processor 1/" + times, times);
        Duration before = browser.profiler().busy();
        browser.go("/shop/");
        browser.see(".store-card");
        said("first paint", String.valueOf(browser.profiler().firstPaint()), before);
        step("tap: a store", click(".store-card"), ".menu-row", 7);
        step("tap: an item", click(".menu-row"), "[data-test=add]:enabled", 1);
        step("tap: into the basket", click("[data-test=add]"), ".basket-bar", 1);
        step("tap: the basket", click(".basket-bar"), ".store-at-basket", 1);
        browser.slow(1);
    }

    private void begin(Browser opened, String name, int times) {
        browser = opened;
        where = name;
        browser.slow(times);
    }

    private static String click(String css) {
        return "document.querySelector(\"%s\").click()".formatted(css);
    }

    private void step(String name, String action, String shown, int least) {
        Duration before = browser.profiler().busy();
        String painted =
                browser.asynchronously(STEP.formatted(action, shown, least)).get(0);
        said(name, painted, before);
    }

    private void said(String step, String painted, Duration before) {
        System.out.printf(
                "%s: %s: painted after %s ms, main thread %d ms%n",
                where, step, painted, browser.profiler().busy().minus(before).toMillis());
    }
}
