package io.sirenorder.local.proxy;

import io.sirenorder.local.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The front door's own answers, where no service answers; each is a problem that docs/problems lists. */
enum Refusal {
    INVALID_REQUEST(400),
    NOT_FOUND(404),
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    HEADERS_TOO_LARGE(431),
    BROKEN_ANSWER(502),
    SERVICE_UNAVAILABLE(503),
    NO_ANSWER_IN_TIME(504),
    HTTP_VERSION_NOT_SUPPORTED(505);

    private static final String RETRY_SECONDS = "2";
    /** Refusals after which no other request of the connection can be read, or not before far too much has been dropped. */
    private static final Set<Refusal> CLOSING =
            EnumSet.of(INVALID_REQUEST, URI_TOO_LONG, HEADERS_TOO_LARGE, BODY_TOO_LARGE, HTTP_VERSION_NOT_SUPPORTED);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        RefusalText text = RefusalText.inLanguage(request.getHeader("Accept-Language"));
        response.headers().clear();
        response.setChunked(false).setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        response.putHeader("Content-Language", text.language().getLanguage());
        response.putHeader("Vary", "Accept-Language");
        response.putHeader("Cache-Control", "no-store");
        response.putHeader(Headers.REQUEST_ID, requestId);
        if (CLOSING.contains(this)) {
            response.putHeader("Connection", "close");
        }
        if (this == SERVICE_UNAVAILABLE) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        response.end(problem(request, text).toBuffer());
    }

    private JsonObject problem(HttpServerRequest request, RefusalText text) {
        return new JsonObject()
                .put("type", ProblemType.of(request, slug()))
                .put("code", slug())
                .put("title", text.title(this))
                .put("detail", text.detail(this))
                .put("status", status)
                .put("instance", request.path())
                .put("traceId", Trace.idOf(request.headers().get(Trace.HEADER)));
    }
}
