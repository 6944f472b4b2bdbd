package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Browser;

/** The operator's page as an operator uses it. */
final class OperatorPage implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    final Browser browser;

    private OperatorPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page and signs in at the local issuer. */
    static OperatorPage open(String address, String language) {
        OperatorPage desk = new OperatorPage(Browser.open(address, language, WIDTH, HEIGHT));
        desk.browser.go("/operator/");
        desk.browser.tap("[data-test=sign-in]");
        desk.browser.tap("#continue");
        desk.browser.see("header.office-top");
        return desk;
    }

    /** Looks for what bears an id, from the screen that finds. */
    OperatorPage find(String id) {
        return find(id, "h1.id");
    }

    /** Looks for what bears an id, and waits for what its screen shows. */
    OperatorPage find(String id, String sight) {
        browser.hash("find");
        browser.write("[data-test=find]", id);
        browser.tap("form .btn-primary");
        browser.see(sight);
        return this;
    }

    /** Opens one of the screens of the bar. */
    OperatorPage screen(String name) {
        browser.tap("nav a[href='#" + name + "']");
        browser.see("nav a[href='#" + name + "'][aria-current=page]");
        return this;
    }

    /** Waits until an element shows a text. */
    void awaitText(String css, String text) {
        browser.until(() -> browser.text(css).contains(text) ? true : null, css + " says " + text);
    }

    /** Closes the page, and fails the test if it complained on its console. */
    void closeWithoutComplaints() {
        try {
            assertThat(browser.complaints()).as("console").isEmpty();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
