package io.sirenorder.simulator.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The texts and the page of the payment window, in Korean and English. */
final class WindowPage {
    private final Map<String, Properties> words = Map.of("ko", words("ko"), "en", words("en"));
    private final String template = resource("window.html");

    /** The page's own language first, then the browser's; Korean where neither says English. */
    static String language(WindowRequest request, String acceptLanguage) {
        String wanted = request.locale().orElse(acceptLanguage == null ? "" : acceptLanguage);
        return wanted.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "ko";
    }

    String word(String language, String key) {
        return words.get(language).getProperty(key);
    }

    String html(WindowRequest request, String language) {
        String page = template.replace("{{lang}}", language)
                .replace("{{order}}", escaped(request.orderName()))
                .replace("{{amount}}", escaped(amount(request, language)))
                .replace("{{id}}", escaped(request.paymentId()))
                .replace("{{request}}", escaped(request.encoded()));
        for (String key : words.get(language).stringPropertyNames()) {
            page = page.replace("{{" + key + "}}", escaped(word(language, key)));
        }
        return page;
    }

    private static String amount(WindowRequest request, String language) {
        String number = String.format(Locale.ROOT, "%,d", request.amount());
        if (!request.currency().equals("KRW")) {
            return number + " " + request.currency();
        }
        return language.equals("en") ? "₩" + number : number + "원";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{{", "&#123;&#123;");
    }

    private static Properties words(String language) {
        Properties properties = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(open("window_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static String resource(String name) {
        try (InputStream file = open(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream file = WindowPage.class.getResourceAsStream("/browser/" + name);
        if (file == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return file;
    }
}
