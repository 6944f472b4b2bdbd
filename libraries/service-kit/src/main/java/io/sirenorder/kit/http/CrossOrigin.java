package io.sirenorder.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets pages of the configured origins call this program (CORS). Tokens are sent by hand, so credentials never are. */
@Singleton
class CrossOrigin {
    private static final int EARLY_ROUTE = Integer.MIN_VALUE + 2;
    private static final int NO_CONTENT = 204;
    private static final String ANY = "*";
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "accept, accept-language, authorization, content-type, idempotency-key, if-match, if-none-match, traceparent";
    private static final String RESPONSE_HEADERS =
            "allow, date, etag, idempotency-replayed, location, ratelimit, ratelimit-policy, retry-after, www-authenticate";
    private static final String SECONDS_TO_REMEMBER = "600";

    private final Set<String> origins;

    CrossOrigin(HttpConfig config) {
        origins = config.origins().map(Set::copyOf).orElse(Set.of());
    }

    void install(@Observes Router router) {
        if (!origins.isEmpty()) {
            router.route().order(EARLY_ROUTE).handler(this::admit);
        }
    }

    private void admit(RoutingContext request) {
        request.addHeadersEndHandler(written -> request.response().headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN));
        String origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !(origins.contains(origin) || origins.contains(ANY))) {
            request.next();
            return;
        }
        MultiMap headers = request.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (isPreflight(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER);
            request.response().setStatusCode(NO_CONTENT).end();
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
            request.next();
        }
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method().equals(HttpMethod.OPTIONS)
                && request.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
