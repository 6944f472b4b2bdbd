package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that try to break a page, in every field that the API takes from a person: they stay text, and no page gets wider. */
@PlaysTogether
class HostileTextsTest {
    /** Texts, repeated up to the length that their field takes. */
    enum Hostile {
        MARKUP("<img src=x onerror=alert(1)>${1}{{2}}&lt;"),
        EMOJI_AND_RIGHT_TO_LEFT("👩‍👩‍👧‍👦 مرحبا עברית"),
        ONE_LONG_KOREAN_WORD("가"),
        ONE_LONG_LATIN_WORD("W");

        private final String text;

        Hostile(String text) {
            this.text = text;
        }
    }

    private static final int NARROW = 360;
    private static final int HEIGHT = 740;
    private static final int NOTE = 20;
    private static final int STORE_NAME = 60;
    private static final int WORDS = 200;
    private static final String HAS =
            "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";

    private final Stack stack = Stack.running();
    private String sample;

    @ParameterizedTest
    @EnumSource
    void texts_of_merchants_buyers_and_operators_stay_text_on_all_pages(Hostile kind) {
        String text = kind.text;
        sample = kind.name().toLowerCase(Locale.ROOT);
        Merchant merchant = Merchant.register(stack.api(), longest(text, STORE_NAME));
        String storeName = longest(text, STORE_NAME);
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = ShopPage.open(stack.address(), "ko").signIn(address(), longest(text, NOTE));
                OperatorPage desk = OperatorPage.open(stack.address(), "ko")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            narrow(till.browser);
            narrow(shop.browser);
            narrow(desk.browser);
            shop.fill(merchant.storeId(), "americano");
            assertShown(shop.browser, ".store-at-basket", storeName);
            String note = firstGraphemes(text);
            String order = shop.note(note).payAndSeeOrder();
            assertShown(shop.browser, ".order-head", storeName);
            assertShown(shop.browser, ".sums", note);
            till.browser.see("article.order-WAITING");
            assertShown(till.browser, "article.order-WAITING", note);

            merchant.api()
                    .post("/orders/" + order + "/refusal", Map.of("reason", "OTHER", "message", longest(text, WORDS)))
                    .expect(200);
            shop.browser.until(
                    () -> has(shop.browser, ".order-head", longest(text, WORDS)) ? true : null, "the refusal's words");
            assertShown(shop.browser, ".order-head", longest(text, WORDS));
            shop.browser.hash("me");
            assertShown(shop.browser, ".spread strong", longest(text, NOTE));
            till.browser.hash("past");
            till.browser.see(".screen-past");
            assertHolds(till.browser, "the till's past orders");
            desk.find(order);
            assertShown(desk.browser, ".parts", storeName);
            closeForGood(desk, merchant, longest(text, WORDS));
            assertShown(desk.browser, "[data-merchant='" + merchant.merchantId() + "']", longest(text, WORDS));
            desk.browser.hash("actions");
            desk.browser.see("table");
            assertHolds(desk.browser, "the log of actions");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_gift_with_such_a_message_of_such_a_sender_stays_text(Hostile kind) {
        String text = kind.text;
        sample = kind.name().toLowerCase(Locale.ROOT);
        String friend = address();
        try (ShopPage giver = ShopPage.open(stack.address(), "ko").signIn(address(), longest(text, NOTE));
                ShopPage taker = ShopPage.open(stack.address(), "ko").signIn(friend, "서연")) {
            narrow(giver.browser);
            narrow(taker.browser);
            giver.browser.hash("send/americano");
            giver.browser.write("#to", friend);
            giver.browser.pick("#message", longest(text, WORDS));
            assertHolds(giver.browser, "the gift's form");
            giver.browser.tap(".action-bar .btn-primary");
            giver.browser.see("button[value=pay]");
            giver.leaveWindow("pay");
            giver.browser.see(".wrapped");
            assertShown(giver.browser, ".message", longest(text, WORDS));
            taker.browser.hash("gifts");
            taker.browser.see("a.menu-row");
            assertShown(taker.browser, "a.menu-row", withoutJoiners(longest(text, NOTE)));
            taker.browser.tap("a.menu-row");
            taker.browser.tap("[data-test=open-gift]");
            taker.browser.see(".message");
            assertShown(taker.browser, ".message", longest(text, WORDS));
        }
    }

    @Test
    void a_text_that_the_service_refuses_is_said_and_stays_in_its_field() {
        String turned = "\u202Eabc";
        try (ShopPage giver = ShopPage.open(stack.address(), "ko").signIn(address(), "민지")) {
            giver.browser.hash("send/americano");
            giver.browser.write("#to", address());
            giver.browser.pick("#message", turned);
            giver.browser.tap(".action-bar .btn-primary");
            assertThat(giver.browser.text("[role=alert].note")).contains("gift.message");
            assertThat(giver.browser.run("return document.getElementById('message').value"))
                    .isEqualTo(turned);
            assertThat(giver.browser.complaints()).isEmpty();
        }
    }

    private void closeForGood(OperatorPage desk, Merchant merchant, String why) {
        desk.browser.hash("stores/" + merchant.storeId());
        String row = "[data-merchant='" + merchant.merchantId() + "']";
        desk.browser.tap(row + " [data-act=closure]");
        desk.browser.see("#why");
        desk.browser.pick("#why", why);
        assertHolds(desk.browser, "the question before a closure");
        desk.browser.tap("dialog .btn-danger");
        desk.browser.gone(row + " [data-act=closure]");
    }

    private void assertShown(Browser browser, String css, String text) {
        browser.see(css);
        browser.until(() -> has(browser, css, text) ? true : null, css + " has the text");
        assertHolds(browser, css);
    }

    private static boolean has(Browser browser, String css, String text) {
        return Boolean.TRUE.equals(browser.run(HAS, css, text));
    }

    private void assertHolds(Browser browser, String what) {
        String name = what.replaceAll("[0-9a-f-]{36}", "").replaceAll("\\W+", "-");
        Screens.check(browser, "hostile-" + sample + "/" + name);
        assertThat(browser.count("img[src=x]")).as("pictures of %s", what).isZero();
        assertThat(browser.complaints()).as("complaints of %s", what).isEmpty();
    }

    private static void narrow(Browser browser) {
        browser.resize(NARROW, HEIGHT);
    }

    /** Repeats a text as often as it fits into so many characters. */
    private static String longest(String text, int most) {
        int times = Math.max(1, most / text.length());
        String repeated = text.repeat(times);
        return repeated.length() > most ? repeated.substring(0, most) : repeated;
    }

    /** The name by which others know a buyer has no characters that can't be seen. */
    private static String withoutJoiners(String nickname) {
        return nickname.replaceAll("\\p{C}", "").strip();
    }

    /** A note has no more than twenty signs, and an emoji is one of them. */
    private static String firstGraphemes(String text) {
        return text.length() > NOTE ? text.substring(0, NOTE) : text;
    }

    private static String address() {
        return "hostile-" + System.nanoTime() + "@example.com";
    }
}
