package io.sirenorder.local.page;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A document of the class path in which {@code {{name}}} is filled in. */
public record Page(String template) {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    public static Page named(String file) {
        return new Page(resource(file));
    }

    static String resource(String file) {
        try (InputStream content = Page.class.getResourceAsStream("/page/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with these values, which are HTML: a text is to be {@link #escaped} first. */
    public String filledIn(Map<String, String> values) {
        String document = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            document = document.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return document;
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Answers with a document that runs no script and is framed nowhere. */
    public static void send(HttpServerRequest request, int status, String document) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cache-Control", "no-store")
                .end(document);
    }
}
