package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;
import io.sirenorder.client.Merchant;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlaysTogether
class OrderOnPagesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private Merchant merchant;
    private Browser till;
    private Browser shop;

    @BeforeEach
    void open() {
        String address = Stack.running().address();
        till = Browser.open(address, "ko", 1280, 800);
        shop = Browser.open(address, "ko", 412, 915);
        merchant = Stack.running().merchant();
    }

    @AfterEach
    void close() {
        if (till != null) {
            till.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    private void picture(String name) {
        till.picture(PICTURES.resolve(name + "-till.png"));
        shop.picture(PICTURES.resolve(name + "-shop.png"));
    }

    private void signInAtTheTill() {
        till.go("/till/#m=" + merchant.merchantId());
        till.write("#password", Merchant.PASSWORD);
        till.tap("form button.btn-primary");
        till.see(".screen-board");
        Eventually.is(() -> Stack.running().isOpen(merchant), true);
    }

    @Test
    void leaving_the_payment_window_keeps_the_basket_and_takes_no_money() {
        signInAtTheTill();
        shop.go("/shop/#stores/" + merchant.storeId());
        shop.tap("a[href$='/americano']");
        shop.tap("[data-test=add]");
        shop.tap(".basket-bar");
        shop.tap("[data-test=pay]");
        shop.write("#email", "undecided@example.com");
        shop.tap("#continue");
        shop.until(() -> shop.text("[data-test=pay]").contains("4,500") ? true : null, "the buyer is signed in");
        shop.tap("[data-test=pay]");
        Eventually.is(() -> shop.count("button[value=cancel]"), 1); // the first checkout of a cold stack takes a while
        picture("payment");
        shop.tap("button[value=cancel]");
        shop.see("nav.tabbar, main.pay");
        shop.go("/shop/#basket");
        assertThat(shop.count(".basket-line")).isEqualTo(1);
        assertThat(till.count(".order")).isZero();
        assertThat(merchant.balance()).isZero();
    }
}
