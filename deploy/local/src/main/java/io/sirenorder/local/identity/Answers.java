package io.sirenorder.local.identity;

import io.sirenorder.local.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Answers of the launcher's own addresses. */
final class Answers {
    private Answers() {}

    static void json(HttpServerRequest request, int status, JsonObject body) {
        text(request, status, "application/json", body.encode());
    }

    static void problem(HttpServerRequest request, int status, String slug, String detail) {
        JsonObject problem = new JsonObject()
                .put("type", ProblemType.of(request, slug))
                .put("code", slug)
                .put("title", slug.replace('-', ' '))
                .put("status", status)
                .put("detail", detail)
                .put("instance", request.path());
        text(request, status, "application/problem+json", problem.encode());
    }

    static void text(HttpServerRequest request, int status, String type, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
