package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An order at the shop's and the till's pages. */
@PlaysTogether
class OrderStoriesTest {
    private static final String ITEM = "americano";
    private static final long PRICE = 4_500;

    /** Keeps the answer about a store back until the test lets it come. */
    private static final String HOLD_THE_STORE = """
            const send = window.fetch;
            window.fetch = async (address, options) => {
              const answer = await send(address, options);
              if (address.startsWith('/menu/')) window.itemIsThere = true;
              if (address.startsWith('/stores/')) await new Promise(come => window.letStoreCome = come);
              return answer;
            };
            """;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();

    @Test
    void a_buyer_orders_pays_and_picks_up() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("minji")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            String order = shop.fill(merchant.storeId(), ITEM).note("얼음 적게").payAndSeeOrder();

            till.awaitWaiting(shop.number());
            assertThat(till.browser.text("article.order-WAITING")).contains("얼음 적게");
            shop.awaitStep(2);
            till.accept();
            shop.awaitStep(3);
            assertThat(merchant.order(order).path("status").asText()).isEqualTo("ACCEPTED");
            till.finish();
            shop.awaitStep(4);
            Screens.check(shop.browser, "shop-order-ready");
            Screens.check(till.browser, "till-order-ready");
            till.handOver();
            Eventually.is(() -> merchant.order(order).path("collection").asText(), "COLLECTED");
            till.browser.gone(".ready");
            assertThat(shop.browser.complaints()).isEmpty();
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_order_that_runs_late_tells_its_buyer_the_new_time() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("seoyeon")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            String order = shop.fill(merchant.storeId(), ITEM).payAndSeeOrder();
            till.browser.see("article.order-WAITING");
            till.accept();
            shop.awaitStep(3);
            String before = merchant.order(order).path("readyBy").asText();
            till.browser.tap("article.order-ACCEPTED [data-action=more]");
            till.browser.tap("dialog [data-action=delay]");
            till.browser.tap("dialog [data-minutes='10']");
            Eventually.is(() -> merchant.order(order).path("readyBy").asText().equals(before), false);
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_busy_hour_lengthens_the_estimate_until_it_is_ended() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            till.browser.tap("[data-action=opening]");
            till.browser.tap("[data-busy='20']");
            Eventually.is(() -> busyMinutes(), 20);
            till.browser.tap("[data-action=opening]");
            till.browser.tap("[data-busy='0']");
            Eventually.is(() -> busyMinutes(), 0);
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_day_on_the_till_adds_up_what_was_sold_and_what_was_refused() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            Buyer buyer = stack.buyer();
            String sold = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            String refused = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.browser.until(() -> till.browser.count("article.order-WAITING") == 2 ? true : null, "two orders");
            merchant.accept(sold, 5).expect(200);
            merchant.api()
                    .post("/orders/" + refused + "/refusal", Map.of("reason", "CLOSING"))
                    .expect(200);
            Eventually.is(merchant::balance, PRICE);
            till.browser.hash("day");
            assertThat(till.browser.text(".figure-main")).contains("4,500원");
            assertThat(till.browser.text(".screen-day")).contains("거절");
            Screens.check(till.browser, "till-day");
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    private int busyMinutes() {
        return stack.api()
                .get("/stores/" + merchant.storeId())
                .expect(200)
                .body()
                .path("busyMinutes")
                .asInt();
    }

    @Test
    void finishing_can_be_undone_for_five_seconds() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            Buyer buyer = stack.buyer();
            String order = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.browser.see("article.order-WAITING");
            till.accept();
            till.finish();
            till.browser.tap("[data-action=undo]");
            till.browser.see("article.order-ACCEPTED [data-action=finish]");
            assertThat(merchant.order(order).path("status").asText()).isEqualTo("ACCEPTED");
            till.finish();
            Eventually.is(() -> merchant.order(order).path("status").asText(), "FINISHED");
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void refusing_as_sold_out_refunds_and_strikes_the_item_out() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            Buyer buyer = stack.buyer();
            String order = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.browser.tap("article.order-WAITING [data-action=refuse]");
            till.browser.tap("dialog input[name=reason][value=SOLD_OUT]");
            till.browser.tap("[data-action=send-refusal]");
            stack.awaitFullRefund(order);
            Eventually.is(
                    () -> stack.api()
                            .get("/menu/" + ITEM + "?storeId=" + merchant.storeId())
                            .expect(200)
                            .body()
                            .path("available")
                            .asBoolean(),
                    false);
        }
    }

    @Test
    void two_tills_decide_once_and_both_know() {
        try (TillPage first = TillPage.open(stack.address(), merchant, "ko");
                TillPage second = TillPage.open(stack.address(), merchant, "en")) {
            stack.payAtOpenStore(stack.buyer(), merchant);
            first.browser.see("article.order-WAITING");
            second.browser.see("article.order-WAITING");
            first.accept();
            second.browser.see("article.order-ACCEPTED");
            second.browser.gone("article.order-WAITING");
        }
    }

    @Test
    void cancelling_before_accept_refunds() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("hajun")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            String order = shop.fill(merchant.storeId(), ITEM).payAndSeeOrder();
            shop.browser.tap("[data-test=cancel]");
            shop.browser.tap("dialog .btn-danger");
            shop.browser.see(".note-ok");
            Screens.check(shop.browser, "shop-order-cancelled");
            stack.awaitFullRefund(order);
            till.browser.gone("article.order-WAITING");
        }
    }

    @Test
    void a_double_tap_pays_once() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("doyun")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.fill(merchant.storeId(), ITEM);
            shop.browser.run(
                    "const pay = document.querySelector('[data-test=pay]'); pay.click(); pay.click(); pay.click();");
            shop.leaveWindow("pay");
            shop.browser.see("[data-test=number]");
            till.browser.see("article.order-WAITING");
            assertThat(till.browser.count("article.order-WAITING")).isOne();
        }
    }

    @Test
    void an_item_goes_into_the_basket_with_its_store_even_when_that_is_known_late() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("eunwoo")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.browser.run(HOLD_THE_STORE);
            shop.browser.hash("stores/" + merchant.storeId() + "/" + ITEM);
            shop.browser.until(
                    () -> shop.browser.run("return window.itemIsThere && window.letStoreCome ? true : null"),
                    "the item's answer");
            assertThat(shop.browser.asynchronously("setTimeout(arguments[0], 200, [])"))
                    .isEmpty();
            assertThat(shop.browser.count("[data-test=add]")).isZero();
            shop.browser.run("window.letStoreCome()");
            shop.fill(merchant.storeId(), ITEM);
            assertThat(shop.browser.text(".store-at-basket")).contains("이야기 카페", "서울");
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_note_of_markup_stays_text() {
        String markup = "<b>x</b>&amp;<i>";
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop("jiwoo")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.fill(merchant.storeId(), ITEM).note(markup).payAndSeeOrder();
            till.browser.see("article.order-WAITING");
            assertThat(till.browser.text("article.order-WAITING")).contains(markup);
            assertThat(till.browser.count("article.order-WAITING b b, article.order-WAITING .order-note b"))
                    .isZero();
        }
    }

    private ShopPage shop(String name) {
        return ShopPage.open(stack.address(), "ko").signIn(name + "-" + System.nanoTime() + "@example.com", name);
    }
}
