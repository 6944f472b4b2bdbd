package io.sirenorder.local.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What the door itself answers when no service does. */
enum Refusal {
    NO_SUCH_ROUTE(404, "Nothing answers this path."),
    BODY_TOO_LARGE(413, "The body is larger than 1 MiB."),
    BROKEN_ANSWER(502, "The service broke off before it had answered."),
    SERVICE_UNAVAILABLE(503, "The service is not running just now."),
    NO_ANSWER_IN_TIME(504, "The service did not answer within a minute.");

    private static final String RETRY_SECONDS = "2";

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** Answers with a problem, unless an answer has begun: then only breaking it off is honest. */
    void answer(HttpServerRequest request, String requestId) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        response.headers().clear();
        response.setChunked(false).setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        response.putHeader(Headers.REQUEST_ID, requestId);
        if (this == SERVICE_UNAVAILABLE) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        response.end(problem().put("instance", request.path()).toBuffer());
    }

    private JsonObject problem() {
        String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new JsonObject()
                .put("type", "https://sirenorder.io/problems/" + slug)
                .put("code", slug)
                .put("title", slug.replace('-', ' '))
                .put("status", status)
                .put("detail", detail);
    }
}
