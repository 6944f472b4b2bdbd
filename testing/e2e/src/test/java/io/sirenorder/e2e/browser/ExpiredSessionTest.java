package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that end under an open page: the page says so, keeps what was typed, and goes on after signing in. */
@PlaysTogether
class ExpiredSessionTest {
    private static final String NEW_PASSWORD = "another horse battery staple";

    /** From now on each call of the page bears that token instead of its own. */
    private static final String BEAR = """
            const send = window.fetch;
            window.fetch = (address, options = {}) => send(address, options.headers?.Authorization
              ? { ...options, headers: { ...options.headers, Authorization: 'Bearer ' + arguments[0] } } : options);
            sessionStorage.setItem('siren.oidc.' + arguments[1] + '.refresh', 'used.up.token');
            """;

    private static final String REFRESH = """
            fetch('/sessions/refreshes', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
              .then(answer => arguments[0]([String(answer.status)]));
            """;

    private final Stack stack = Stack.running();
    private final String email = "expired-" + System.nanoTime() + "@example.com";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_buyer_whose_session_has_ended_keeps_the_basket_and_pays_after_signing_in(boolean foreign) {
        Merchant merchant = stack.merchant();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = ShopPage.open(stack.address(), "ko").signIn(email, "서연")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.fill(merchant.storeId(), "americano").note("얼음 적게");
            endSession(shop.browser, foreign ? merchant.token() : "a.b.c", "buyer");
            shop.browser.tap("[data-test=pay]:enabled");
            shop.browser.see("[role=alert]");
            awaitText(shop.browser, "[data-test=pay]", "로그인");
            Screens.check(shop.browser, "shop-session-ended");
            shop.browser.tap("[data-test=pay]:enabled");
            shop.continueAs(email, "서연");
            shop.browser.see(".store-at-basket");
            assertThat(shop.browser.run("return document.getElementById('note').value"))
                    .isEqualTo("얼음 적게");
            shop.payAndSeeOrder();
            till.awaitWaiting(shop.number());
        }
    }

    @Test
    void a_gift_that_was_being_written_is_there_after_signing_in_again() {
        try (ShopPage shop = ShopPage.open(stack.address(), "ko").signIn(email, "서연")) {
            shop.browser.hash("send/americano");
            shop.browser.write("#to", "friend@example.com");
            shop.browser.write("#message", "생일 축하해");
            endSession(shop.browser, "a.b.c", "buyer");
            shop.browser.tap(".action-bar .btn-primary");
            shop.browser.see("[data-test=signed-out]");
            shop.browser.tap("[data-test=sign-in]");
            shop.continueAs(email, "서연");
            shop.browser.see("#message");
            assertThat(shop.browser.run("return document.getElementById('message').value"))
                    .isEqualTo("생일 축하해");
            assertThat(shop.browser.run("return document.getElementById('to').value"))
                    .isEqualTo("friend@example.com");
        }
    }

    @Test
    void an_operator_whose_token_is_anothers_signs_in_and_finds_what_was_typed() {
        Merchant merchant = stack.merchant();
        try (OperatorPage desk = OperatorPage.open(stack.address(), "ko")) {
            desk.browser.hash("find");
            desk.browser.write("#storeId", merchant.storeId());
            endSession(desk.browser, "a.b.c", "operator");
            desk.browser.tap("form .btn-primary");
            desk.browser.see("[data-test=signed-out]");
            Screens.check(desk.browser, "operator-session-ended");
            desk.browser.tap("[data-test=sign-in]");
            desk.browser.tap("#continue");
            desk.browser.see("#storeId");
            assertThat(desk.browser.run("return document.getElementById('storeId').value"))
                    .isEqualTo(merchant.storeId());
        }
    }

    @Test
    void a_till_that_was_signed_out_elsewhere_says_so_and_shows_its_orders_after_signing_in() {
        Merchant merchant = stack.merchant();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            stack.payAtOpenStore(stack.buyer(), merchant);
            till.browser.see("article.order-WAITING");
            endAllSessions(merchant);
            till.browser.see("#signin-error");
            assertThat(till.browser.run("return document.getElementById('merchant').value"))
                    .isEqualTo(merchant.merchantId());
            till.browser.write("#password", NEW_PASSWORD);
            till.browser.tap(".signin form .btn-primary");
            till.browser.see("[data-line=live]");
            till.accept();
            till.browser.see("article.order-ACCEPTED");
        }
    }

    @Test
    void a_till_that_missed_the_answer_to_a_refresh_stays_signed_in() {
        Merchant merchant = stack.merchant();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            Object before = till.browser.cookies();
            assertThat(till.browser.asynchronously(REFRESH)).containsExactly("201");
            till.browser.restoreCookies(before);
            till.browser.reload();
            till.browser.tap("[data-action=start]");
            till.browser.see("[data-line=live]");
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    private static void endSession(Browser browser, String token, String who) {
        browser.run(BEAR, token, who);
    }

    /** A lost password is replaced, which ends the sessions of all tills. */
    private void endAllSessions(Merchant merchant) {
        String code = stack.operator()
                .post("/merchants/" + merchant.merchantId() + "/recovery", Map.of())
                .expect(201)
                .text("code");
        stack.api()
                .post("/sessions/recoveries", Map.of("code", code, "newPassword", NEW_PASSWORD))
                .expect(204);
    }

    private static void awaitText(Browser browser, String css, String text) {
        browser.until(() -> browser.text(css).contains(text) ? true : null, css + " says " + text);
    }
}
