package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on narrow screens, at 400 %, by the keyboard alone, and with texts that try to break them. */
@QuarkusTest
class NarrowScreensTest {
    private static final int ZOOMED_WIDTH = 320;
    private static final int ZOOMED_HEIGHT = 256;
    private static final List<String> HOSTILE = List.of(
            "<img src=x onerror=alert(1)>${1+1}{{2}}",
            "👩‍👩‍👧‍👦🧋🏳️‍🌈", "\u202Eعربي abc", "가".repeat(2_000), "W".repeat(2_000));

    /** Buttons whose words do not fit into them, or that stick out of their card. */
    private static final String CUT_OFF = """
            return [...document.querySelectorAll('.btn')].filter(one => one.scrollWidth > one.clientWidth + 1
              || one.getBoundingClientRect().right > (one.closest('.card') ?? document.body).getBoundingClientRect().right).map(one => one.textContent.trim())
            """;

    private static final String TEXT = "return document.querySelector(arguments[0]).textContent";

    private static final String BASKET = """
            {"storeId": "%s", "storeName": "강남점", "address": "", "lines": [{"menuItemId": "americano", "name": "카페 아메리카노",
             "quantity": 1, "options": {}, "choices": [], "priceKrw": 4500}]}""".formatted(FakeHouse.STORE);

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void a_till_at_400_percent_accepts_and_refuses_by_keyboard(String language) {
        Browser till = pages.open(language, 1280, 800);
        till.resize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
        till.go("/till/#m=" + FakeHouse.MERCHANT);
        till.keyboard().type("#password", FakeHouse.PASSWORD);
        till.keyboard().enter(".signin .btn-primary");
        till.see("[data-line=live]");
        house.place(Samples.order(42, 5, "TO_GO", null, Samples.latte(1)));
        house.place(Samples.order(43, 4, "TO_GO", null, Samples.latte(1)));
        assertThat(till.fits()).isTrue();
        till.keyboard().enter("[data-order='42'] [data-minutes='8']");
        till.see(".column-making [data-order='42']");
        till.keyboard().enter("[data-order='43'] [data-action=refuse]");
        till.keyboard().type("dialog input[name=reason]", " ");
        till.picture(Path.of("target/screens/refuse-zoomed-" + language + ".png"));
        till.keyboard().enter("[data-action=send-refusal]:enabled");
        till.gone("[data-order='43']");
        assertThat(house.socket.heard("order.refuse")).hasSize(1);
        assertThat(till.fits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void no_screen_of_the_till_scrolls_sideways(int width) {
        Browser till = pages.open("en", 1280, 800);
        till.resize(width, 800);
        PageTestExtension.signIn(till);
        house.place(Samples.order(42, 48, "TO_GO", "얼음 적게", Samples.americano(2), Samples.croissant(1)));
        house.place(Samples.accepted(Samples.order(38, 540, "DINE_IN", null, Samples.latte(1)), 170));
        till.see("[data-order='38']");
        for (String screen : List.of("board", "past", "soldout", "day", "settings")) {
            till.hash(screen);
            till.see(".screen-" + screen);
            till.gone(".skeleton");
            till.picture(Path.of("target/screens/%s-%d.png".formatted(screen, width)));
            assertThat(till.fits()).as("%s at %d", screen, width).isTrue();
            assertThat(till.run(CUT_OFF)).as("%s at %d", screen, width).isEqualTo(List.of());
        }
    }

    @Test
    void hostile_texts_stay_text_and_do_not_widen_the_shop() {
        JsonArray stores = new JsonArray();
        HOSTILE.forEach(text -> stores.add(store(text)));
        house.sell(HOSTILE);
        house.stores(stores);
        Browser shop = pages.open("ko", 1280, 800);
        shop.resize(360, 740);
        shop.go("/shop/");
        shop.see(".store-card");
        shown(shop, "shop-stores-hostile");
        assertThat(shop.count(".store-card")).isEqualTo(HOSTILE.size());
        shop.hash("stores/" + FakeHouse.STORE);
        shop.see(".menu-row");
        shown(shop, "shop-menu-hostile");
        assertThat(shop.count(".menu-row")).isEqualTo(HOSTILE.size());
        for (String text : HOSTILE) {
            assertThat(shop.run(
                            "return [...document.querySelectorAll('.menu-row strong')].some(one => one.textContent === arguments[0])",
                            text))
                    .isEqualTo(true);
        }
        assertThat(shop.count("main img")).isZero();
    }

    @Test
    void hostile_texts_stay_text_and_do_not_widen_the_till() {
        house.sell(HOSTILE);
        Browser till = pages.open("ko", 1280, 800);
        till.resize(360, 740);
        PageTestExtension.signIn(till);
        for (String text : HOSTILE) {
            int number = 50 + HOSTILE.indexOf(text);
            JsonObject line = Samples.line("unlisted", text, 1, 4_500, Map.of("size", text));
            house.place(Samples.order(number, 5, "TO_GO", text, line));
            String card = "[data-order='" + number + "'] ";
            till.see(card);
            assertThat(till.run(TEXT, card + ".line-name")).asString().startsWith(text);
            assertThat(till.run(TEXT, card + ".line-choices")).isEqualTo(text);
            assertThat(till.run(TEXT, card + ".order-note")).isEqualTo("“" + text + "”");
        }
        shown(till, "till-board-hostile");
        till.tap("[data-order='50'] [data-action=more]");
        till.see("dialog .order-note");
        shown(till, "till-order-hostile");
        assertThat(till.count("img, main script, .order-note b")).isZero();
    }

    @Test
    void two_tabs_of_the_shop_have_one_basket() {
        Browser shop = pages.open("ko", 1280, 800);
        shop.go("/shop/");
        shop.see("nav.tabbar");
        shop.run("localStorage['siren.shop.basket'] = arguments[0]", BASKET);
        shop.go("/shop/?first#basket");
        shop.see("[data-test=pay]");
        shop.openTab("/shop/#basket");
        shop.tap(".basket-line .btn-quiet");
        shop.see(".empty");
        shop.tab(0);
        shop.see(".empty");
    }

    private static void shown(Browser browser, String name) {
        browser.picture(Path.of("target/screens/" + name + ".png"));
        assertThat(browser.fits()).as(name).isTrue();
        assertThat(Axe.violations(browser)).as(name).isEmpty();
    }

    private static JsonObject store(String text) {
        return Samples.store()
                .put("storeId", UUID.randomUUID().toString())
                .put("name", text)
                .put("address", text);
    }
}
