package io.sirenorder.e2e.browser;

import io.sirenorder.browser.Browser;
import io.sirenorder.browser.Line;
import io.sirenorder.client.Merchant;

/** The till as a merchant uses it. */
final class TillPage implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    final Browser browser;

    private TillPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens a till with the merchant's link, signs in and waits until it is connected. */
    static TillPage open(String address, Merchant merchant, String language) {
        return new TillPage(Browser.open(address, language, WIDTH, HEIGHT)).signIn(merchant);
    }

    /** The same behind a line that can be cut. */
    static TillPage open(String address, Merchant merchant, Line line) {
        return new TillPage(Browser.open(address, "ko", WIDTH, HEIGHT, line)).signIn(merchant);
    }

    private TillPage signIn(Merchant merchant) {
        browser.go("/till/#m=" + merchant.merchantId());
        browser.write("#password", Merchant.PASSWORD);
        browser.tap(".signin form .btn-primary");
        browser.see("[data-line=live]");
        return this;
    }

    /** Waits for the card of a ticket number among those that wait for an answer. */
    void awaitWaiting(String number) {
        awaitCard("order-WAITING", number);
    }

    /** Waits for a card of that class and number. */
    void awaitCard(String kind, String number) {
        browser.until(
                () -> Boolean.TRUE.equals(browser.run(
                                "return [...document.querySelectorAll('article.' + arguments[0] + ' .number')].some(one => one.textContent.trim() === arguments[1])",
                                kind,
                                number))
                        ? true
                        : null,
                kind + " " + number);
    }

    void accept() {
        browser.tap("article.order-WAITING [data-action=accept]");
    }

    /** Hands the one ready order over. */
    void handOver() {
        browser.tap(".ready [data-action=collect]");
    }

    void finish() {
        browser.tap("article.order-ACCEPTED [data-action=finish]");
    }

    @Override
    public void close() {
        browser.close();
    }
}
