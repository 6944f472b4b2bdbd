package io.sirenorder.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.sirenorder.browser.Browser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Browsers of one test in front of the {@link FakeHouse}. The house forgets everything before the test. After it each browser is
 * closed, and the test fails if a page complained on its console or if the house answered what no document promises.
 */
final class PageTestExtension implements BeforeEachCallback, AfterEachCallback {
    private final List<Browser> opened = new ArrayList<>();
    private final boolean isWhole;

    /** Browsers without a memory of pages behind the back button, which cost less. */
    PageTestExtension() {
        this(false);
    }

    private PageTestExtension(boolean isWhole) {
        this.isWhole = isWhole;
    }

    /** Browsers that keep the pages behind the back button, as those of people do. */
    static PageTestExtension ofWholeBrowsers() {
        return new PageTestExtension(true);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        house().forget();
    }

    /** Opens a browser with an empty page of that many pixels. */
    Browser open(String language, int width, int height) {
        String home = "http://localhost:" + RestAssured.port;
        Browser browser = isWhole
                ? Browser.open(home, language, width, height)
                : Browser.openEngine(home, language, width, height);
        opened.add(browser);
        return browser;
    }

    /** Opens a Korean browser as wide as a tablet. */
    Browser open() {
        return open("ko", 1280, 800);
    }

    /** Opens a till, signs its merchant in and waits until it is connected. */
    Browser openTill() {
        return signIn(open());
    }

    /** Signs the merchant in at the till and waits until it is connected. */
    static Browser signIn(Browser browser) {
        browser.go("/till/#m=" + FakeHouse.MERCHANT);
        browser.write("#password", FakeHouse.PASSWORD);
        browser.tap(".signin .btn-primary");
        browser.see("[data-line=live]");
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> complaints = new ArrayList<>();
        opened.forEach(browser -> {
            try (browser) {
                complaints.addAll(browser.complaints());
            }
        });
        assertThat(complaints).as("console").isEmpty();
        house().documented.assertHeld();
    }

    private static FakeHouse house() {
        return Arc.container().instance(FakeHouse.class).get();
    }
}
