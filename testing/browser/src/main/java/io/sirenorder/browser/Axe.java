package io.sirenorder.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of WCAG 2.2 AA that a program can check, by axe. */
public final class Axe {
    private static final String SOURCE = source();
    private static final String IS_LOADED = "return typeof axe === 'object'";
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {region: {enabled: false}}})
              .then(result => done(result.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target + ' ' + node.any.map(check => check.message)).join(' | '))),
                failure => done([String(failure)]));
            """;

    private Axe() {}

    /** Rules that the page breaks as it is now, each with the elements that break it. */
    public static List<String> violations(Browser browser) {
        if (!Boolean.TRUE.equals(browser.run(IS_LOADED))) {
            browser.run(SOURCE);
        }
        return browser.asynchronously(CHECK);
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
