package io.sirenorder.web;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents, and for each the headers by which a browser confines it. */
enum PagePolicy {
    TILL("/till/"),
    SHOP("/shop/"),
    OPERATOR("/operator/"),
    PAY("/shop/pay");

    private static final String SENSORS =
            "geolocation=(self), screen-wake-lock=(self), camera=(), microphone=(), payment=()";

    private final String path;

    PagePolicy(String path) {
        this.path = path;
    }

    /** Address of the document. */
    String path() {
        return path;
    }

    /** Name of its file and of its directory of scripts. */
    String page() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Adds the headers of this document. */
    void apply(MultiMap headers, WebConfig config) {
        headers.set("Content-Security-Policy", contentSecurity(config));
        headers.set("Cross-Origin-Opener-Policy", this == PAY ? "same-origin-allow-popups" : "same-origin");
        headers.set("Permissions-Policy", SENSORS);
    }

    String contentSecurity(WebConfig config) {
        Stream<String> own = this == PAY ? pay(config.pay()) : page(config);
        return Stream.concat(
                        Stream.of(
                                "default-src 'none'",
                                "style-src 'self'",
                                "img-src 'self' https: data:",
                                "manifest-src 'self'",
                                "worker-src 'self'",
                                "base-uri 'none'",
                                "frame-ancestors 'none'"),
                        own)
                .collect(Collectors.joining("; "));
    }

    private Stream<String> page(WebConfig config) {
        return Stream.of(
                "script-src 'self'",
                "connect-src " + sources(Stream.concat(socket(config), issuer(config).stream())),
                "form-action 'self'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html siren");
    }

    private static Stream<String> pay(WebConfig.Pay pay) {
        String origins = String.join(" ", pay.origins());
        return Stream.of(
                "script-src " + sources(Stream.of(pay.v2Sdk(), pay.v1Sdk()).map(PagePolicy::origin)),
                "connect-src 'self' " + origins,
                "frame-src https: " + origins,
                "form-action 'self' https: " + origins);
    }

    private static Stream<String> socket(WebConfig config) {
        return config.host().map(host -> "wss://" + host).stream();
    }

    private List<String> issuer(WebConfig config) {
        Optional<String> issuer = switch (this) {
            case SHOP -> config.buyers().issuer();
            case OPERATOR -> config.operators().issuer();
            case TILL, PAY -> Optional.empty();
        };
        return issuer.map(PagePolicy::origin).stream().toList();
    }

    private static String sources(Stream<String> others) {
        return Stream.concat(Stream.of("'self'"), others).distinct().collect(Collectors.joining(" "));
    }

    /** Scheme, host and port of a URL. */
    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
