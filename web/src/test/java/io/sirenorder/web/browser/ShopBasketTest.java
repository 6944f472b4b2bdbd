package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The basket of the shop while prices change under it: the buyer reads what is asked for now before paying it. */
@QuarkusTest
class ShopBasketTest {
    private static final String ITEM = "americano";
    private static final String CHANGED = ".basket-line .note-warn";

    @Inject
    FakeHouse house;

    @RegisterExtension
    final PageTestExtension pages = new PageTestExtension();

    private Browser browser;

    @BeforeEach
    void begin() {
        browser = pages.open();
        browser.resize(390, 844);
        browser.go("/shop/");
        browser.see("nav.tabbar");
        add();
    }

    @Test
    void a_price_that_changed_since_is_said_at_its_line_and_added_up() {
        browser.hash("basket");
        sums("4,500원");
        assertThat(browser.count(CHANGED)).isZero();
        house.price(ITEM, 4_700);
        browser.reload();
        assertThat(browser.text(CHANGED)).contains("4,500원", "4,700원");
        sums("4,700원");
        assertThat(Axe.violations(browser)).isEmpty();
        browser.reload();
        assertThat(browser.text(CHANGED)).contains("4,500원", "4,700원");
        house.price(ITEM, 4_500);
        browser.reload();
        browser.gone(CHANGED);
        sums("4,500원");
    }

    @Test
    void a_price_that_was_seen_when_the_item_was_put_in_again_has_not_changed() {
        house.price(ITEM, 4_700);
        browser.reload();
        add();
        browser.hash("basket");
        sums("9,400원");
        assertThat(browser.count(CHANGED)).isZero();
    }

    private void add() {
        browser.hash("stores/" + FakeHouse.STORE + "/" + ITEM);
        browser.tap("[data-test=add]");
        browser.see(".basket-bar");
    }

    private void sums(String won) {
        browser.until(() -> browser.text(".sums").contains(won) ? true : null, "the sum of " + won);
    }
}
