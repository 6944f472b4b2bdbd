package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen in both languages and both themes: nothing that axe can find, and a picture of each in {@code target/screens}. Texts
 * depend on the language alone and colours on the theme alone, so that two of the four pairs show all of both.
 */
@PlaysTogether
class ScreensTest {
    private static final List<Integer> WIDTHS = List.of(1280, 360);
    private static final int HEIGHT = 900;
    private static final long PRICE = 4_500;
    /** Placed, seen, refused, refunded. */
    private static final int STEPS_OF_A_REFUND = 4;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();

    @ParameterizedTest
    @CsvSource({"ko, bright", "en, dark"})
    void no_screen_of_the_shop_breaks_axe(String language, String theme) {
        try (TillPage till = TillPage.open(stack.address(), merchant, language);
                ShopPage shop = ShopPage.open(stack.address(), language)
                        .signIn("screens-" + System.nanoTime() + "@example.com", "민지")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            dress(till.browser, theme);
            dress(shop.browser, theme);
            look(shop.browser, "shop", "stores", ".store-card", language, theme);
            look(shop.browser, "shop", "stores/" + merchant.storeId(), ".menu-row", language, theme);
            look(
                    shop.browser,
                    "shop",
                    "stores/" + merchant.storeId() + "/americano",
                    "[data-test=add]",
                    language,
                    theme);
            shop.fill(merchant.storeId(), "americano");
            look(shop.browser, "shop", "basket", "[data-test=pay]", language, theme);
            String order = shop.payAndSeeOrder();
            till.browser.see("article.order-WAITING");
            check(till.browser, "till-board-" + language + "-" + theme);
            till.accept();
            shop.awaitStep(3);
            look(shop.browser, "shop", "orders/" + order, ".progress", language, theme);
            for (String screen : List.of("orders", "coupons", "gifts", "me")) {
                look(shop.browser, "shop", screen, "h1", language, theme);
            }
            assertThat(shop.browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"ko, bright", "en, dark"})
    void no_screen_of_the_till_breaks_axe_or_lacks_a_word_for_what_the_services_answer(String language, String theme) {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, language)) {
            dress(till.browser, theme);
            String finished = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            String refused = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            stack.payAtOpenStore(buyer, merchant);
            till.browser.until(() -> till.browser.count("article.order-WAITING") == 3 ? true : null, "three orders");
            merchant.accept(finished, 5).expect(200);
            merchant.finish(finished).expect(200);
            merchant.api()
                    .post("/orders/" + refused + "/refusal", Map.of("reason", "OTHER", "message", "sold by mistake"))
                    .expect(200);
            till.browser.until(() -> till.browser.count("article.order-WAITING") == 1 ? true : null, "one order");
            Eventually.is(merchant::balance, PRICE);
            dialog(till.browser, "article.order-WAITING [data-action=refuse]", language, theme);
            dialog(till.browser, "article.order-WAITING [data-action=minutes]", language, theme);
            dialog(till.browser, "article.order-WAITING [data-action=more]", language, theme);
            dialog(till.browser, "[data-action=opening]", language, theme);
            Eventually.is(() -> merchant.order(refused).path("refund").asText(), "done", Stack.PATIENCE);
            look(till.browser, "till", "past", ".past-row", language, theme);
            till.browser.tap(".past-row");
            till.browser.until(
                    () -> till.browser.count("dialog .step") == STEPS_OF_A_REFUND ? true : null,
                    "the steps of the refused order");
            assertThat(till.browser.text("dialog .steps")).doesNotContain("refund-", "payment", "delivered");
            check(till.browser, "till-past-order-" + language + "-" + theme);
            till.browser.tap("dialog .btn-icon");
            look(till.browser, "till", "soldout", ".soldout-row", language, theme);
            look(till.browser, "till", "day", ".figure-main", language, theme);
            look(till.browser, "till", "settings", ".settings", language, theme);
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    /** Opens a dialog of the till by what opens it, looks at it, and closes it. */
    private static void dialog(Browser browser, String opener, String language, String theme) {
        browser.tap(opener);
        browser.see("dialog");
        check(browser, "till-dialog-%s-%s-%s".formatted(opener.replaceAll("\\W+", ""), language, theme));
        browser.tap("dialog .btn-icon");
        browser.gone("dialog");
    }

    @ParameterizedTest
    @CsvSource({"ko, bright", "en, dark"})
    void no_screen_of_the_operator_breaks_axe(String language, String theme) {
        try (OperatorPage desk = OperatorPage.open(stack.address(), language)) {
            dress(desk.browser, theme);
            for (String screen : List.of("find", "hand", "settlement", "coupons", "stores", "actions", "health")) {
                desk.screen(screen);
                desk.browser.gone(".skeleton, [aria-busy=true]");
                look(desk.browser, "operator", screen, "main", language, theme);
            }
            desk.screen("actions");
            desk.browser.write("#by", "nobody");
            desk.browser.tap("form .btn-primary");
            look(desk.browser, "operator-empty", "actions", ".empty", language, theme);
            look(desk.browser, "operator", "record/" + UUID.randomUUID(), ".empty", language, theme);
            desk.find(merchant.storeId(), "[data-merchant='" + merchant.merchantId() + "']");
            assertThat(desk.browser.complaints()).isEmpty();
        }
    }

    /** Chooses a theme as a person does on this device, for the documents to come too. */
    private static void dress(Browser browser, String theme) {
        browser.run(
                "const root = document.documentElement; root.dataset.theme = arguments[0];"
                        + "localStorage.setItem(`siren.${root.dataset.page}.theme`, JSON.stringify(arguments[0]))",
                theme);
    }

    private static void look(Browser browser, String page, String hash, String sight, String language, String theme) {
        browser.hash(hash);
        browser.see(sight);
        check(
                browser,
                "%s-%s-%s-%s"
                        .formatted(page, hash.replaceAll("[0-9a-f-]{36}", "").replaceAll("\\W+", ""), language, theme));
    }

    private static void check(Browser browser, String name) {
        browser.run("document.querySelectorAll('.toast .btn:last-child').forEach(dismiss => dismiss.click())");
        browser.gone(".toast");
        for (int width : WIDTHS) {
            browser.resize(width, HEIGHT);
            Screens.fits(browser, name + "-" + width);
        }
        assertThat(Axe.violations(browser)).as(name).isEmpty();
    }
}
