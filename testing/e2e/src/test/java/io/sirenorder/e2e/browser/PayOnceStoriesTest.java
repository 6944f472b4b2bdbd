package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer who reloads, goes back, leaves or opens a second tab while paying pays once, and finds the order again. */
@PlaysTogether
class PayOnceStoriesTest {
    private static final String ITEM = "americano";
    private static final String WISH = "return sessionStorage.getItem('siren.pay')";
    private static final String CHECKOUT = "return JSON.parse(localStorage.getItem('siren.shop.basket')).checkoutId";

    /** The next answer to a checkout does not arrive. */
    private static final String LOSE_AN_ANSWER = """
            const send = window.fetch;
            window.fetch = async (address, options) => {
              const answer = await send(address, options);
              if (options?.method !== 'POST' || address !== '/checkouts') return answer;
              window.fetch = send;
              throw new TypeError('lost');
            };
            """;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final String email = "once-" + System.nanoTime() + "@example.com";
    private TillPage till;
    private ShopPage shop;

    @BeforeEach
    void open() {
        till = TillPage.open(stack.address(), merchant, "ko");
        Eventually.is(() -> stack.isOpen(merchant), true);
        shop = ShopPage.open(stack.address(), "ko").signIn(email, "민지");
    }

    @AfterEach
    void close() {
        till.close();
        shop.close();
    }

    @Test
    void reloads_and_the_back_button_at_every_step_lead_to_one_order() {
        shop.fill(merchant.storeId(), ITEM);
        shop.browser.reload();
        shop.browser.see(".store-at-basket");
        shop.toWindow();
        shop.browser.reload();
        shop.browser.see("button[value=pay]");
        shop.browser.back();
        shop.browser.see("nav.tabbar");
        shop.browser.reload();
        shop.browser.see("nav.tabbar");
        shop.browser.hash("basket");
        String checkout = shop.browser.run(CHECKOUT).toString();
        shop.toWindow().leaveWindow("pay");
        shop.browser.reload();
        shop.browser.see("[data-test=number]");
        shop.browser.reload();
        shop.browser.see("[data-test=number]");
        assertThat(shop.orderId()).isEqualTo(checkout);
        assertOneOrder();
    }

    @Test
    void the_back_button_leads_out_of_the_window_where_the_browser_keeps_no_page() {
        try (ShopPage other = ShopPage.openEngine(stack.address(), "ko").signIn("other-" + email, "지훈")) {
            other.fill(merchant.storeId(), ITEM).toWindow();
            other.browser.reload();
            other.browser.see("button[value=pay]");
            other.browser.back();
            other.browser.see("nav.tabbar");
            assertThat(other.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_basket_that_was_paid_while_no_page_was_open_is_not_paid_again() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.go("/shop/#basket");
        shop.browser.see(".store-at-basket");
        String order = payElsewhere();
        Eventually.is(() -> merchant.api().get("/orders/" + order).status(), 200);
        shop.browser.tap("[data-test=pay]:enabled");
        shop.browser.see("[data-test=number]");
        assertThat(shop.orderId()).isEqualTo(order);
        assertOneOrder();
    }

    @Test
    void a_buyer_who_comes_back_later_is_told_that_the_basket_has_become_an_order() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.go("/shop/#stores");
        shop.browser.see(".basket-bar");
        String order = payElsewhere();
        Eventually.is(() -> merchant.api().get("/orders/" + order).status(), 200);
        shop.browser.reload();
        shop.browser.see(".toast-ok .btn");
        Screens.check(shop.browser, "shop-basket-ordered");
        shop.browser.tap(".toast-ok .btn");
        shop.browser.see("[data-test=number]");
        assertThat(shop.orderId()).isEqualTo(order);
        shop.browser.hash("basket");
        shop.browser.see(".empty");
        assertOneOrder();
    }

    @Test
    void two_tabs_that_pay_for_one_basket_have_one_payment_and_both_find_its_order() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.openTab("/shop/#basket");
        shop.browser.tap("[data-test=pay]:enabled");
        shop.continueAs(email, "민지");
        shop.browser.see(".store-at-basket");
        String order = shop.payAndSeeOrder();
        shop.browser.tab(0);
        shop.leaveWindow("pay");
        shop.browser.see("[data-test=number]");
        assertThat(shop.orderId()).isEqualTo(order);
        assertOneOrder();
    }

    @Test
    void paying_again_before_the_webhook_arrives_charges_nothing() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.go("/shop/#basket");
        shop.browser.see(".store-at-basket");
        String order = shop.browser.run(CHECKOUT).toString();
        stack.portone().loseWebhooks(order);
        payElsewhere();
        shop.toWindow().leaveWindow("pay");
        Eventually.is(() -> merchant.api().get("/orders/" + order).status(), 200, Stack.PATIENCE);
        shop.browser.see("[data-test=number]");
        assertThat(shop.orderId()).isEqualTo(order);
        assertOneOrder();
    }

    @Test
    void a_checkout_whose_answer_was_lost_is_given_up_when_the_buyer_changes_the_basket() {
        shop.fill(merchant.storeId(), ITEM);
        shop.browser.run(LOSE_AN_ANSWER);
        shop.browser.tap("[data-test=pay]:enabled");
        shop.browser.see(".note-bad[role=alert]");
        Screens.check(shop.browser, "shop-basket-no-answer");
        assertThat(checkouts("OPEN")).isOne();
        shop.note("얼음 적게").toWindow();
        assertThat(checkouts("OPEN")).isOne();
        shop.leaveWindow("pay");
        shop.browser.see("[data-test=number]");
        assertThat(shop.browser.text(".sums")).contains("얼음 적게");
        assertThat(checkouts("PAID")).isOne();
        assertOneOrder();
    }

    @Test
    void an_order_paid_by_points_whose_answer_was_lost_is_not_made_twice() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.go("/shop/#basket");
        shop.browser.see(".store-at-basket");
        givePoints(shop.browser.run(CHECKOUT).toString());
        shop.browser.reload();
        shop.browser.tap("[data-test=points]");
        shop.browser.run(LOSE_AN_ANSWER);
        shop.browser.tap("[data-test=pay]:enabled");
        shop.browser.see(".note-bad[role=alert]");
        shop.note("얼음 적게").browser.tap("[data-test=pay]:enabled");
        shop.browser.see("[data-test=number]");
        assertThat(checkouts("PAID")).isOne();
        assertOneOrder();
        shop.browser.hash("me");
        shop.browser.until(
                () -> shop.browser.text("main").contains("500원") ? true : null, "what is left of the points");
    }

    @Test
    void points_that_the_basket_holds_already_can_be_used_after_leaving_the_window() {
        shop.fill(merchant.storeId(), ITEM).toWindow();
        shop.browser.go("/shop/#basket");
        shop.browser.see(".store-at-basket");
        String first = shop.browser.run(CHECKOUT).toString();
        givePoints(first);
        shop.browser.tap("[aria-label='하나 늘리기']");
        shop.browser.reload();
        shop.browser.tap("[data-test=points]");
        shop.toWindow();
        shop.browser.go("/shop/#basket");
        shop.browser.see("[data-test=points]:checked");
        String second = shop.browser.run(CHECKOUT).toString();
        String order = shop.payAndSeeOrder();
        assertThat(order).isEqualTo(second).isNotEqualTo(first);
        assertThat(shop.browser.text(".sums")).contains("4,000원");
        assertOneOrder();
    }

    private long checkouts(String status) {
        return stack.databases()
                .count(
                        "payment",
                        "SELECT count(*) FROM checkouts WHERE store_id = '%s' AND status = '%s'"
                                .formatted(merchant.storeId(), status));
    }

    /** Gives the buyer of a checkout points as an order of 5,000 would have earned them. */
    private void givePoints(String checkout) {
        String buyer = stack.operator().get("/payments/" + checkout).expect(200).text("buyer");
        stack.databases()
                .run(
                        "coupon",
                        "INSERT INTO loyalty_accounts (recipient, points, entries) VALUES ('%s', 5000, 1)"
                                .formatted(buyer));
        stack.databases()
                .run(
                        "coupon",
                        "INSERT INTO loyalty_entries (recipient, number, kind, points, stamps, points_after, stamps_after, reference, at)"
                                + " VALUES ('%s', 1, 'EARN', 5000, 0, 5000, 0, gen_random_uuid()::text, now())"
                                        .formatted(buyer));
    }

    /** Pays as the window of this basket's checkout does, without coming back from there; answers the order's id. */
    private String payElsewhere() {
        var wish = Json.parse(shop.browser.run(WISH).toString());
        Map<String, Object> call = Map.of(
                "version", wish.path("version").asText(),
                "storeId", wish.path("storeId").asText(),
                "paymentId", wish.path("paymentId").asText(),
                "amount", wish.path("amountKrw").asLong(),
                "customData", wish.path("customData"));
        stack.portone().honest().api().post("/sim/pay", call).expect(200);
        return wish.path("checkoutId").asText();
    }

    private void assertOneOrder() {
        till.browser.see("article.order");
        shop.browser.hash("orders");
        shop.browser.see("a.menu-row[href^='#orders/']");
        assertThat(shop.browser.count("a.menu-row[href^='#orders/']")).isOne();
        assertThat(till.browser.count("article.order")).isOne();
        assertThat(shop.browser.complaints()).isEmpty();
        assertThat(till.browser.complaints()).isEmpty();
    }
}
