package io.sirenorder.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A running Chromium with its driver. One that a test gives back forgets all that it was told, and is the next test's: to start
 * one takes longer than most of what is tried with it.
 */
record Chromium(Chromium.Place place, ChromeDriver driver) {
    /** Height of the window's own frame above the page; the engine has none. */
    private static final int FRAME = 143;

    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/lib/chromium/chromium"));

    /** Not the script in {@code /usr/bin}, which the driver would end in place of the program that it starts. */
    private static final List<Path> ENGINES = List.of(Path.of("/usr/lib/chromium/chromium-headless-shell"));

    /** Checking the accessibility of a page takes more than the 30 s of Selenium on a machine with much else to do. */
    private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(2);

    /** Windows of as many kinds as stories use at once; an idle one takes memory and no processor. */
    private static final int MOST_IDLE = 8;

    private static final Map<Place, Queue<Chromium>> IDLE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> IDLE.values().forEach(idle -> idle.forEach(Chromium::quit)), "quit-browsers"));
    }

    /**
     * The person in front of it, and the window.
     *
     * @param home the only host that is visited
     * @param line the port of the line that leads there, or 0 for the host's own
     * @param isEngine whether the engine is enough
     */
    record Place(String home, String language, int width, int height, int line, boolean isEngine) {}

    /** One whose page has that many pixels, or ends the test: skipped without a browser, failed if one was required. */
    static Chromium open(Place place) {
        Chromium idle = idle(place).poll();
        return idle == null ? new Chromium(place, start(place)) : idle;
    }

    private static Queue<Chromium> idle(Place place) {
        return IDLE.computeIfAbsent(place, none -> new ConcurrentLinkedQueue<>());
    }

    /** Lets the next test have it, as if it had just been started; one that can't forget, or that is one too many, ends. */
    void giveBack() {
        if (place.line() != 0 || IDLE.values().stream().mapToInt(Queue::size).sum() >= MOST_IDLE) {
            quit();
            return;
        }
        try {
            forget();
            idle(place).add(this);
        } catch (WebDriverException stuck) {
            quit();
        }
    }

    private void forget() {
        Set<String> used = driver.getWindowHandles();
        driver.switchTo().newWindow(WindowType.TAB);
        String fresh = driver.getWindowHandle();
        used.forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(fresh);
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", place.home(), "storageTypes", "all"));
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.manage().logs().get(LogType.BROWSER);
    }

    private void quit() {
        driver.quit();
    }

    private static ChromeDriver start(Place place) {
        Optional<Path> engine = place.isEngine() ? found(ENGINES) : Optional.empty();
        Optional<Path> program = engine.or(() -> found(PROGRAMS));
        if (found(DRIVERS).isEmpty() || program.isEmpty()) {
            String word = "No browser: apt-get install -y chromium chromium-driver fonts-nanum";
            if ("required".equals(System.getProperty("siren.browser"))) {
                fail(word);
            }
            System.err.println(word);
            abort(word);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.get().toString());
        options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--lang=" + place.language(),
                "--hide-scrollbars");
        if (engine.isPresent()) {
            options.addArguments("--headless", "--accept-lang=" + place.language(), size(place, 0));
        } else {
            options.addArguments("--headless=new", size(place, FRAME));
            options.setExperimentalOption("prefs", Map.of("intl.accept_languages", place.language()));
        }
        if (place.line() != 0) {
            String host = URI.create(place.home()).getAuthority();
            options.addArguments("--host-resolver-rules=MAP %s 127.0.0.1:%d".formatted(host, place.line()));
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found(DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(SCRIPT_PATIENCE);
        return driver;
    }

    private static String size(Place place, int frame) {
        return "--window-size=%d,%d".formatted(place.width(), place.height() + frame);
    }

    private static Optional<Path> found(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }
}
