package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.browser.Line;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A till and a phone whose line to the house is cut, on the real stack: nothing is missed, and nothing happens twice. */
@PlaysTogether
class LineStoriesTest {
    private static final String ITEM = "americano";
    private static final String ACCEPTED = ".progress li:nth-child(3).reached";

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final Line line = Line.to(stack.address());

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void an_order_paid_while_the_till_has_no_line_is_shown_once_and_seen() {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, line)) {
            Answer checkout = stack.checkOutAtOpenStore(buyer, merchant);
            line.cut();
            till.browser.see("[data-line=waiting]");
            stack.portone().pay(checkout).expect(200);
            String order = checkout.text("checkoutId");
            Eventually.is(() -> buyer.api().get("/orders/" + order).status(), 200);
            assertThat(till.browser.count("article.order")).isZero();
            assertThat(till.browser.text(".banner")).contains("연결이 끊");
            line.mend();
            tapToConnect(till.browser);
            till.browser.see("[data-line=live]");
            till.browser.see("article.order-WAITING");
            Eventually.is(() -> buyer.order(order).path("deliveredAt").isTextual(), true);
            assertThat(till.browser.count("article.order")).isOne();
            assertQuiet(till.browser);
        }
    }

    @Test
    void an_accept_without_a_line_is_made_once_when_it_is_back() {
        Buyer buyer = stack.buyer();
        try (TillPage till = TillPage.open(stack.address(), merchant, line)) {
            String order = stack.payAtOpenStore(buyer, merchant).text("checkoutId");
            till.browser.see("article.order-WAITING");
            line.cut();
            till.browser.see("[data-line=waiting]");
            till.accept();
            till.browser.see("article.order-WAITING [data-sending]");
            assertThat(buyer.order(order).path("status").asText()).isEqualTo("WAITING");
            line.mend();
            Eventually.is(() -> till.browser.count("article.order-ACCEPTED"), 1, Stack.PATIENCE);
            assertThat(buyer.order(order).path("timeline"))
                    .filteredOn(step -> step.path("step").asText().equals("accepted"))
                    .hasSize(1);
            assertQuiet(till.browser);
        }
    }

    @Test
    void a_buyer_whose_line_is_cut_pays_once_and_hears_of_the_accept_afterwards() {
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = ShopPage.open(stack.address(), line)
                        .signIn("line-" + System.nanoTime() + "@example.com", "민지")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.fill(merchant.storeId(), ITEM);
            line.cut();
            shop.browser.tap("[data-test=pay]:enabled");
            shop.browser.see(".note-bad[role=alert]");
            line.mend();
            shop.payAndSeeOrder();
            line.cut();
            till.browser.see("article.order-WAITING");
            till.accept();
            till.browser.see("article.order-ACCEPTED");
            assertThat(till.browser.count("article.order")).isOne();
            line.mend();
            Eventually.is(() -> shop.browser.count(ACCEPTED), 1, Stack.PATIENCE);
            assertQuiet(shop.browser);
        }
    }

    /** Complaints about the line itself are expected. */
    private static void assertQuiet(Browser browser) {
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("Failed to load resource: net::ERR_"))
                .isEmpty();
    }

    /** Taps the banner's button, unless the till has its line again by itself. */
    private static void tapToConnect(Browser till) {
        till.run("document.querySelector('.banner .btn')?.click()");
    }
}
