package io.sirenorder.local.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The page at {@code /dev}: links to the pages of buyers, merchants and operators, demo accounts, addresses of the API. */
public final class StartPage {
    private static final Page START = Page.named("start.html");
    private static final String STYLE = Page.resource("style.css");

    private final Map<String, String> addresses;
    private final Supplier<Map<String, String>> account;

    /**
     * Makes the page.
     *
     * @param addresses by the names that the document fills in
     * @param account the demo store's link and words, as they are when the page is asked for
     */
    public StartPage(Map<String, String> addresses, Supplier<Map<String, String>> account) {
        this.addresses = Map.copyOf(addresses);
        this.account = account;
    }

    /** Answers {@code /}, {@code /dev} and the style sheet, and nothing else: then it answers false. */
    public boolean serves(HttpServerRequest request) {
        boolean read =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!read) {
            return false;
        }
        switch (request.path()) {
            case "/" ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "/dev")
                        .end();
            case "/dev", "/dev/" -> Page.send(request, 200, document());
            case "/dev/style.css" ->
                request.response()
                        .putHeader("Content-Type", "text/css; charset=utf-8")
                        .putHeader("Cache-Control", "no-cache")
                        .end(STYLE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String document() {
        Map<String, String> values = new HashMap<>();
        addresses.forEach((name, value) -> values.put(name, Page.escaped(value)));
        account.get().forEach((name, value) -> values.put(name, Page.escaped(value)));
        return START.filledIn(values);
    }
}
