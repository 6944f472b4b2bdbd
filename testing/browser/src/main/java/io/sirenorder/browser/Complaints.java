package io.sirenorder.browser;

import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** Errors on a page's console that no test has asked for. */
final class Complaints {
    /** Complaints about answers of the server, which a test may have asked for. */
    private static final List<String> ASKED_FOR =
            List.of("the server responded with a status of", "WebSocket connection", "Manifest fetch from");

    private Complaints() {}

    static List<String> of(ChromeDriver driver) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> ASKED_FOR.stream().noneMatch(message::contains))
                .filter(message -> !isPictureFromElsewhere(message))
                .toList();
    }

    /** Pictures of a menu lie on other hosts, which a machine without a network does not reach; a letter stands in for them. */
    private static boolean isPictureFromElsewhere(String message) {
        return message.startsWith("https://") && message.contains("Failed to load resource: net::ERR_");
    }
}
