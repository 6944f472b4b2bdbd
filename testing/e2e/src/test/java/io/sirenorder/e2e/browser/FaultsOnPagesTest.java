package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysAlone;
import io.sirenorder.e2e.Stack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are open while parts are killed, pages that are doubled, and pages at 400 %. */
@PlaysAlone
class FaultsOnPagesTest {
    private static final int ZOOMED_WIDTH = 320;
    private static final int ZOOMED_HEIGHT = 256;

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();

    @AfterEach
    void heal() {
        stack.parts().awaitHealthy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification-gateway", "redis"})
    void an_order_paid_while_a_part_is_killed_is_shown_once_and_accepted(String part) {
        isShownOnceAndAccepted(() -> stack.parts().kill(part));
    }

    @Test
    void an_order_paid_after_redis_was_flushed_is_shown_once_and_accepted() {
        isShownOnceAndAccepted(stack::flushRedis);
    }

    /** An order is paid right after a fault, under an open till. */
    private void isShownOnceAndAccepted(Runnable fault) {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
            fault.run();
            stack.portone().pay(checkout).expect(200);
            Eventually.is(() -> till.browser.count("article.order-WAITING"), 1, Stack.PATIENCE);
            till.accept();
            Eventually.is(
                    () -> buyer.order(checkout.text("checkoutId"))
                            .path("status")
                            .asText(),
                    "ACCEPTED",
                    Stack.PATIENCE);
            till.browser.see("article.order-ACCEPTED");
            assertThat(till.browser.count("article.order")).isOne();
        }
    }

    @Test
    void a_rolling_restart_of_the_gateway_loses_no_order() {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = shop()) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            String own = shop.fill(merchant.storeId(), "americano").payAndSeeOrder();
            List<Answer> checkouts =
                    List.of(stack.checkOutAtOpenStore(buyer, merchant), stack.checkOutAtOpenStore(buyer, merchant));
            CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> stack.restart("notification-gateway"));
            for (Answer checkout : checkouts) {
                stack.portone().pay(checkout).expect(200);
            }
            restart.orTimeout(Stack.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            Eventually.is(() -> till.browser.count("article.order-WAITING"), 1 + checkouts.size(), Stack.PATIENCE);
            till.browser.see("[data-line=live]");
            for (Answer checkout : checkouts) {
                Eventually.is(
                        () -> buyer.order(checkout.text("checkoutId"))
                                .path("deliveredAt")
                                .isTextual(),
                        true,
                        Stack.PATIENCE);
            }
            merchant.accept(own, 5).expect(200);
            shop.awaitStep(3);
            assertThat(till.browser.count("article.order")).isEqualTo(1 + checkouts.size());
            assertThat(shop.browser.complaints()).isEmpty();
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_second_tab_of_the_till_takes_over_and_decides_once() {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko")) {
            till.browser.openTab("/till/");
            till.browser.tap("[data-action=start]");
            till.browser.see("[data-line=live]");
            String order = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.browser.see("article.order-WAITING");
            till.browser.tab(0);
            till.browser.see("[data-stopped=superseded]");
            assertThat(till.browser.count("article.order")).isZero();
            till.browser.tab(1);
            till.accept();
            till.browser.see("article.order-ACCEPTED");
            assertThat(buyer.order(order).path("timeline"))
                    .filteredOn(step -> step.path("step").asText().equals("accepted"))
                    .hasSize(1);
        }
    }

    @Test
    void a_buyer_at_400_percent_buys_by_keyboard() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "en");
                ShopPage shop = shop()) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.browser.resize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
            shop.browser.hash("stores/" + merchant.storeId() + "/americano");
            shop.browser.keyboard().enter("[data-test=add]");
            shop.browser.keyboard().enter(".basket-bar");
            shop.browser.keyboard().type("#note", "less ice");
            assertThat(shop.browser.fits()).isTrue();
            shop.browser.keyboard().enter("[data-test=pay]:enabled");
            shop.browser.keyboard().enter("button[value=pay]");
            shop.browser.see("[data-test=number]");
            assertThat(shop.browser.fits()).isTrue();
            till.awaitWaiting(shop.number());
        }
    }

    @Test
    void an_operator_at_400_percent_finds_an_order_and_publishes_a_coupon_by_keyboard() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "en")) {
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            till.browser.see("article.order-WAITING");
            try (OperatorPage desk = OperatorPage.open(stack.address(), "en")) {
                desk.browser.resize(ZOOMED_WIDTH, ZOOMED_HEIGHT);
                desk.browser.keyboard().type("[data-test=find]", order);
                desk.browser.keyboard().enter("form .btn-primary");
                desk.awaitText(".timeline", "placed");
                assertThat(desk.browser.fits()).isTrue();
                desk.browser.keyboard().enter("nav a[href='#coupons']");
                desk.browser.keyboard().enter("form .btn-primary");
                String coupon = desk.browser.text("[data-test=code] ~ .facts a");
                assertThat(desk.browser.fits()).isTrue();
                desk.browser.keyboard().enter("[data-coupon='" + coupon + "'] .btn");
                desk.browser.keyboard().type("#reason", "by keyboard");
                desk.browser.keyboard().enter("dialog .btn-danger");
                desk.browser.gone("dialog");
                desk.awaitText("[data-coupon='" + coupon + "']", "REVOKED");
                assertThat(desk.browser.complaints()).isEmpty();
            }
        }
    }

    private ShopPage shop() {
        return ShopPage.open(stack.address(), "ko").signIn("faults-" + System.nanoTime() + "@example.com", "지우");
    }
}
