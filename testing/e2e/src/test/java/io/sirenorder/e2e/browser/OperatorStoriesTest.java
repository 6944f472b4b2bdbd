package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import io.sirenorder.e2e.Stack;
import org.junit.jupiter.api.Test;

/** The operator's page on the real stack. */
class OperatorStoriesTest {
    private final Stack stack = Stack.running();

    @Test
    void an_operator_finds_a_payment_by_its_transaction() {
        Merchant merchant = stack.merchant();
        try (Socket till = merchant.till("");
                Browser desk = desk()) {
            String order = stack.payAtOpenStore(stack.buyer(), merchant).text("checkoutId");
            till.await("order.placed", frame -> true);
            String transaction =
                    stack.portone().payment(order).path("transactionId").asText();
            desk.write("[data-test=find]", transaction);
            desk.tap("form .btn-primary");
            assertThat(desk.text(".timeline")).contains("placed");
            assertThat(desk.text(".parts")).contains(order);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void a_coupon_is_published_once_and_revoked() {
        try (Browser desk = desk()) {
            desk.hash("coupons");
            desk.tap("form .btn-primary");
            assertThat(desk.text("[data-test=code]")).matches("[0-9A-Z-]{8,}");
            desk.tap("table .btn");
            desk.write("#reason", "잘못 발행");
            desk.tap("dialog .btn-danger");
            desk.gone("dialog");
            desk.until(() -> desk.text("table").contains("REVOKED") ? true : null, "the coupon is revoked");
        }
    }

    private Browser desk() {
        Browser desk = Browser.open(stack.address(), "ko", 1280, 800);
        desk.go("/operator/");
        desk.tap("[data-test=sign-in]");
        desk.tap("#continue");
        desk.see(".office-top");
        return desk;
    }
}
