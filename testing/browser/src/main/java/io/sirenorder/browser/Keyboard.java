package io.sirenorder.browser;

import static org.junit.jupiter.api.Assertions.fail;

import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Use of a page by the keyboard alone. */
public final class Keyboard {
    /** No page has more places for the focus than this. */
    private static final int MOST_STOPS = 200;

    private final Browser browser;
    private final ChromeDriver driver;

    Keyboard(Browser browser, ChromeDriver driver) {
        this.browser = browser;
        this.driver = driver;
    }

    /** Moves the focus by the Tab key alone until an element that fits has it. */
    public void tabTo(String css) {
        browser.see(css);
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Boolean.TRUE.equals(browser.run("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
            press(Keys.TAB);
        }
        fail("the Tab key does not reach " + css);
    }

    /** Moves the focus to an element by the Tab key and presses Enter. */
    public void enter(String css) {
        tabTo(css);
        press(Keys.ENTER);
    }

    /** Moves the focus to a field or choice by the Tab key and types; a space picks a choice. */
    public void type(String css, String text) {
        tabTo(css);
        press(text);
    }

    private void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }
}
