package io.sirenorder.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.browser.Axe;
import io.sirenorder.browser.Browser;
import java.nio.file.Path;

/** Screens as they are now: a picture in {@code target/screens}, nothing that axe finds, and nothing wider than the window. */
final class Screens {
    private static final Path PICTURES = Path.of("target", "screens");

    private Screens() {}

    /** Looks at a screen as wide as it is. */
    static void check(Browser browser, String name) {
        fits(browser, name);
        assertThat(Axe.violations(browser)).as(name).isEmpty();
    }

    /** Takes the picture, and asserts that nothing is cut off. */
    static void fits(Browser browser, String name) {
        browser.picture(PICTURES.resolve(name + ".png"));
        assertThat(browser.fits()).as("%s fits", name).isTrue();
    }
}
