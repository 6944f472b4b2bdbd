package io.sirenorder.kit.http;

import io.sirenorder.kit.problem.BodyTooSlow;
import io.sirenorder.kit.problem.ProblemResponses;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Ends requests whose body arrives too slowly: each would hold a connection for as long as its sender likes. */
@Singleton
class SlowBodies {
    private static final int EARLY_ROUTE = Integer.MIN_VALUE + 1;

    private final ProblemResponses responses;
    private final HttpConfig config;

    SlowBodies(ProblemResponses responses, HttpConfig config) {
        this.responses = responses;
        this.config = config;
    }

    void install(@Observes @Priority(1) Router router) {
        router.route().order(EARLY_ROUTE).handler(this::watch);
    }

    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || (length != null && !length.equals("0"));
    }

    private void watch(RoutingContext request) {
        if (hasBody(request.request())) {
            long timer = request.vertx().setTimer(config.slowestBody().toMillis(), late -> end(request));
            request.addEndHandler(answered -> stopWatching(request, timer));
        }
        request.next();
    }

    /** An answer may come before the body has, which still holds the connection. */
    private static void stopWatching(RoutingContext request, long timer) {
        if (request.request().isEnded()) {
            request.vertx().cancelTimer(timer);
        }
    }

    private void end(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        if (request.response().headWritten() || request.response().closed()) {
            request.request().connection().close();
        } else {
            responses.send(new BodyTooSlow(), request);
        }
    }
}
