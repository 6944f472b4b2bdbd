package io.sirenorder.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The installed Chromium and its driver. */
final class Chromium {
    /** Height of the window's own frame above the page. */
    private static final int FRAME = 143;

    private static final List<Path> DRIVERS =
            List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/lib/chromium/chromium"));

    private Chromium() {}

    /** Starts one whose page has that many pixels, or ends the test: skipped without a browser, failed if one was required. */
    static ChromeDriver open(String language, int width, int height) {
        if (found(DRIVERS).isEmpty() || found(PROGRAMS).isEmpty()) {
            String word = "No browser: apt-get install -y chromium chromium-driver fonts-nanum";
            if ("required".equals(System.getProperty("siren.browser"))) {
                fail(word);
            }
            System.err.println(word);
            abort(word);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found(PROGRAMS).orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--lang=" + language,
                "--hide-scrollbars");
        options.addArguments("--window-size=%d,%d".formatted(width, height + FRAME));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found(DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> found(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }
}
