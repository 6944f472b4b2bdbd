package io.sirenorder.e2e.browser;

import io.sirenorder.browser.Browser;
import io.sirenorder.browser.Line;

/** The shop as a buyer uses it. */
final class ShopPage implements AutoCloseable {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    final Browser browser;

    private ShopPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the shop on a phone of its own. */
    static ShopPage open(String address, String language) {
        return new ShopPage(Browser.open(address, language, WIDTH, HEIGHT)).arrive();
    }

    /** Opens the shop on a phone whose browser may keep no page behind the back button. */
    static ShopPage openEngine(String address, String language) {
        return new ShopPage(Browser.openEngine(address, language, WIDTH, HEIGHT)).arrive();
    }

    /** Opens the shop on a phone behind a line that can be cut. */
    static ShopPage open(String address, Line line) {
        return new ShopPage(Browser.open(address, "ko", WIDTH, HEIGHT, line)).arrive();
    }

    /** A window of Chromium is never as narrow as a phone, its page is. */
    private ShopPage arrive() {
        browser.resize(WIDTH, HEIGHT);
        browser.go("/shop/");
        return this;
    }

    /** Signs in at the local issuer and comes back to the screen that asked for it. */
    ShopPage signIn(String email, String nickname) {
        browser.hash("orders");
        browser.tap("[data-test=sign-in]");
        return continueAs(email, nickname);
    }

    ShopPage continueAs(String email, String nickname) {
        browser.write("#email", email);
        browser.write("#nickname", nickname);
        browser.tap("#continue");
        browser.see("nav.tabbar");
        return this;
    }

    /** Puts one item of a store into the basket and goes there. */
    ShopPage fill(String storeId, String menuItemId) {
        browser.hash("stores/" + storeId + "/" + menuItemId);
        browser.tap("[data-test=add]");
        browser.see(".basket-bar");
        browser.hash("basket");
        browser.see(".store-at-basket");
        return this;
    }

    ShopPage note(String text) {
        browser.write("#note", text);
        return this;
    }

    /** Goes to PortOne's window. */
    ShopPage toWindow() {
        browser.tap("[data-test=pay]:enabled");
        browser.see("button[value=pay]");
        return this;
    }

    /** Leaves the window by one of its buttons: pay, fail or cancel. */
    ShopPage leaveWindow(String act) {
        browser.tap("button[value=" + act + "]");
        browser.see("nav.tabbar");
        return this;
    }

    /** Pays for the basket and waits for the order's screen. */
    String payAndSeeOrder() {
        toWindow().leaveWindow("pay");
        browser.see("[data-test=number]");
        return orderId();
    }

    /** Uses the coupon that is shown at a store, and waits for the order's screen. */
    ShopPage useAt(String storeId) {
        browser.see(".code");
        browser.hash(browser.run("return location.hash.slice(1)") + "/" + storeId);
        browser.tap(".action-bar .btn-primary");
        browser.see("[data-test=number]");
        return this;
    }

    String orderId() {
        return browser.run("return location.hash").toString().replace("#orders/", "");
    }

    String number() {
        return browser.text("[data-test=number]");
    }

    /** Waits until the order has reached a step: 1 paid, 2 seen, 3 accepted, 4 ready. */
    void awaitStep(int step) {
        browser.see(".progress li:nth-child(" + step + ").reached");
    }

    @Override
    public void close() {
        browser.close();
    }
}
