package io.sirenorder.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Headers of every answer: {@code Date}; {@code Cache-Control: no-store}, where a resource says nothing else, on answers to
 * callers who signed in and to all that is not a GET; {@code Allow} with 405; the end of a connection on which a body came
 * in chunks, as RFC 9112 6.3 demands where a length may have been sent too, which Netty hides.
 */
@Singleton
class ResponseHeaders {
    private static final int FIRST_OF_ROUTES = Integer.MIN_VALUE;
    private static final int NOT_ALLOWED = 405;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final AllowedMethods methods;
    private final Clock clock;
    private volatile Stamp stamp = new Stamp(Long.MIN_VALUE, "");

    ResponseHeaders(AllowedMethods methods, Clock clock) {
        this.methods = methods;
        this.clock = clock;
    }

    /** Before the checks, whose refusals are answers too. */
    void install(@Observes @Priority(0) Router router) {
        router.route().order(FIRST_OF_ROUTES).handler(request -> {
            request.addHeadersEndHandler(written -> complete(request));
            request.next();
        });
    }

    private void complete(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set(HttpHeaders.DATE, date());
        if (isPrivate(request.request()) && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (request.response().getStatusCode() == NOT_ALLOWED) {
            headers.set(
                    HttpHeaders.ALLOW,
                    String.join(", ", methods.of(request.request().path())));
        }
    }

    private static boolean isPrivate(HttpServerRequest request) {
        boolean reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return !reading || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Formatted once a second. */
    private String date() {
        Instant now = clock.instant();
        Stamp current = stamp;
        if (current.second() != now.getEpochSecond()) {
            current = new Stamp(now.getEpochSecond(), HTTP_DATE.format(now));
            stamp = current;
        }
        return current.text();
    }

    /** A second and its text. */
    private record Stamp(long second, String text) {}
}
