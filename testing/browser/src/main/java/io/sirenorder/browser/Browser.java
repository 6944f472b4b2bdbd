package io.sirenorder.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as a person in front of it: looks, taps, types and waits. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final String home;

    private Browser(Chromium chromium) {
        this.chromium = chromium;
        this.driver = chromium.driver();
        this.home = chromium.place().home();
    }

    /** Opens one, or ends the test: skipped without a browser, failed if one was required. */
    public static Browser open(String home, String language, int width, int height) {
        return new Browser(Chromium.open(new Chromium.Place(home, language, width, height, 0, false)));
    }

    /**
     * Opens the engine without the desktop's browser around it, where that is installed: less work for the machine, but it keeps no
     * page behind the back button.
     */
    public static Browser openEngine(String home, String language, int width, int height) {
        return new Browser(Chromium.open(new Chromium.Place(home, language, width, height, 0, true)));
    }

    /** Opens one whose every byte to and from the host goes through a line. */
    public static Browser open(String home, String language, int width, int height, Line line) {
        return new Browser(Chromium.open(new Chromium.Place(home, language, width, height, line.port(), false)));
    }

    /** Runs a script in each page that is opened from now on, before the page's own. */
    public void prepare(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Opens a path of the host. */
    public void go(String path) {
        driver.get(home + path);
    }

    /** Loads the page again. */
    public void reload() {
        driver.navigate().refresh();
    }

    /** Presses the browser's back button. */
    public void back() {
        driver.navigate().back();
    }

    /** Opens a path of the host in another tab of this browser, and looks at that. */
    public void openTab(String path) {
        driver.switchTo().newWindow(WindowType.TAB);
        go(path);
    }

    /** Looks at a tab, counted from 0 in the order in which they were opened. */
    public void tab(int index) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(index));
    }

    /** Goes to a hash of the page that is open, without loading it. */
    public void hash(String hash) {
        run("location.hash = arguments[0]", hash);
    }

    /** Waits for an element and answers it. */
    public WebElement see(String css) {
        return until(
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null),
                css);
    }

    /** Waits until no element fits. */
    public void gone(String css) {
        until(() -> driver.findElements(By.cssSelector(css)).isEmpty() ? true : null, css + " is gone");
    }

    /** Waits for an element, scrolls to it if a bar covers it, and taps it. */
    public void tap(String css) {
        until(
                () -> {
                    WebElement element = see(css);
                    driver.executeScript("arguments[0].scrollIntoView({block: 'nearest'})", element);
                    element.click();
                    return true;
                },
                "tap " + css);
    }

    /** Replaces the text of a field. */
    public void write(String css, String text) {
        until(
                () -> {
                    WebElement field = see(css);
                    field.clear();
                    field.sendKeys(text);
                    return true;
                },
                "write " + css);
    }

    /** Gives a field a value that keys do not type alike in each language, such as a date. */
    public void pick(String css, String value) {
        see(css);
        run(
                "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
                        + "['input', 'change'].forEach(kind => field.dispatchEvent(new Event(kind, {bubbles: true})))",
                css,
                value);
    }

    /** Chooses an option of a list by its value. */
    public void choose(String css, String value) {
        new Select(see(css)).selectByValue(value);
    }

    /** Text of an element as it is shown; the page may draw the element anew meanwhile. */
    public String text(String css) {
        return until(() -> see(css).getText(), "text of " + css);
    }

    /** Number of elements that fit now. */
    public int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** Runs a script in the page. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Shows the page as a screen of that many CSS pixels does; 320 by 256 is 1280 by 1024 at 400 %. */
    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Keyboard of the person in front of it, who has no mouse. */
    public Keyboard keyboard() {
        return new Keyboard(this, driver);
    }

    /** Profiler of the page that is open. */
    public Profiler profiler() {
        return new Profiler(driver);
    }

    /** Whether the page is no wider than the window. */
    public boolean fits() {
        return Boolean.TRUE.equals(run("return document.documentElement.scrollWidth <= innerWidth"));
    }

    /** Lets the pages of this tab have so many bits per second to and from the host, and so long a way there. */
    public void network(int bitsPerSecond, Duration latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latency.toMillis(),
                        "downloadThroughput",
                        bitsPerSecond / Byte.SIZE,
                        "uploadThroughput",
                        bitsPerSecond / Byte.SIZE));
    }

    /** Makes the page's main thread that many times slower than the machine's; 1 ends it. */
    public void slow(int times) {
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", times));
    }

    /** Cookies of every path, also those that no script can read. */
    public Object cookies() {
        return driver.executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
    }

    /** Has the cookies that it had before. */
    public void restoreCookies(Object cookies) {
        driver.executeCdpCommand("Network.setCookies", Map.of("cookies", cookies));
    }

    /** The document that a printer would get. */
    public String printed() {
        Object pdf = driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data");
        return new String(Base64.getDecoder().decode((String) pdf), StandardCharsets.ISO_8859_1);
    }

    /** Runs a script that calls its last argument with a list of texts. */
    @SuppressWarnings("unchecked")
    public List<String> asynchronously(String script) {
        return (List<String>) driver.executeAsyncScript(script);
    }

    /** Polls until there is an answer; otherwise leaves a picture in {@code target/failures}. */
    public <T> T until(Supplier<T> question, String what) {
        try {
            return new WebDriverWait(driver, PATIENCE)
                    .pollingEvery(Duration.ofMillis(50))
                    .ignoring(RuntimeException.class)
                    .withMessage(what)
                    .until(anything -> question.get());
        } catch (TimeoutException e) {
            picture(Path.of("target/failures", what.replaceAll("[^a-z0-9]+", "-") + ".png"));
            throw e;
        }
    }

    /** Errors on the console, refused by policy above all; answers of the server that a test has asked for are not among them. */
    public List<String> complaints() {
        return Complaints.of(driver);
    }

    /** Writes a screenshot. */
    public void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            File taken = driver.getScreenshotAs(OutputType.FILE);
            Files.move(taken.toPath(), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.giveBack();
    }
}
