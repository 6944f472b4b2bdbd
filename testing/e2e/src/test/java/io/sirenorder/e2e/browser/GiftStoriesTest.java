package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Merchant;
import io.sirenorder.e2e.Eventually;
import io.sirenorder.e2e.PlaysTogether;
import io.sirenorder.e2e.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gifts and coupons at the shop's pages. */
@PlaysTogether
class GiftStoriesTest {
    private static final String WORDS = "<b>고마워요</b> 💚";

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();

    @Test
    void a_gift_is_sent_opened_and_drunk() {
        String friend = address("friend");
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage giver = ShopPage.open(stack.address(), "ko").signIn(address("giver"), "민지");
                ShopPage taker = ShopPage.open(stack.address(), "ko").signIn(friend, "서연")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            giver.browser.hash("send/americano");
            giver.browser.write("#to", friend);
            giver.browser.write("#message", WORDS);
            Screens.check(giver.browser, "shop-gift-form");
            giver.browser.tap(".action-bar .btn-primary");
            giver.browser.see("button[value=pay]");
            giver.leaveWindow("pay");
            giver.browser.see(".wrapped");
            String gift = giver.browser.run("return location.hash").toString();

            taker.browser.hash("gifts");
            taker.browser.tap("a[href='" + gift + "']");
            taker.browser.see("[data-test=open-gift]");
            Screens.check(taker.browser, "shop-gift-wrapped");
            taker.browser.tap("[data-test=open-gift]");
            taker.browser.see(".message");
            Screens.check(taker.browser, "shop-gift-opened");
            assertThat(taker.browser.text(".message")).isEqualTo(WORDS);
            taker.browser.tap(".row .btn-primary");
            taker.useAt(merchant.storeId());
            till.awaitWaiting(taker.number());
            assertThat(giver.browser.complaints()).isEmpty();
            assertThat(taker.browser.complaints()).isEmpty();
            assertThat(till.browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_published_coupon_is_registered_and_buys_without_portone() {
        String code = stack.operator()
                .post("/coupons", Map.of("menuItemId", "americano"))
                .expect(201)
                .text("code");
        try (TillPage till = TillPage.open(stack.address(), merchant, "ko");
                ShopPage shop = ShopPage.open(stack.address(), "ko").signIn(address("coupon"), "하준")) {
            Eventually.is(() -> stack.isOpen(merchant), true);
            shop.browser.hash("coupons");
            shop.browser.write("#code", "<i>XXXX-0000</i>");
            shop.browser.tap("form .btn-primary");
            assertThat(shop.browser.text("#code-error")).isNotBlank();
            shop.browser.write("#code", code);
            shop.browser.tap("form .btn-primary");
            Screens.check(shop.browser, "shop-coupon-wrong-code");
            shop.browser.tap("a[href^='#coupons/']");
            shop.browser.see(".code");
            Screens.check(shop.browser, "shop-coupon");
            shop.useAt(merchant.storeId());
            till.awaitWaiting(shop.number());
            till.accept();
            shop.awaitStep(3);
            assertThat(shop.browser.complaints()).isEmpty();
        }
    }

    private static String address(String name) {
        return name + "-" + System.nanoTime() + "@example.com";
    }
}
