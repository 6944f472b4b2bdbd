package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers requests with problems, inside JAX-RS and below it. */
@Singleton
class ProblemResponses {
    private static final long LINGER_MILLIS = 1_000;

    private final Problems problems;
    private final ObjectMapper mapper;

    ProblemResponses(Problems problems, ObjectMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    Response of(Problem problem, RoutingContext request) {
        hangUpIfFlooded(problem, request);
        Response.ResponseBuilder response = Response.status(problem.status());
        headers(problem).forEach(response::header);
        return response.entity(text(problem, request)).build();
    }

    void send(Problem problem, RoutingContext request) {
        hangUpIfFlooded(problem, request);
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        headers(problem).forEach(response::putHeader);
        response.end(text(problem, request));
    }

    /** The rest of a body is read for a moment, so that the client hears why, and no longer. */
    private static void hangUpIfFlooded(Problem problem, RoutingContext request) {
        if (problem instanceof BodyTooLarge) {
            HttpConnection connection = request.request().connection();
            request.addEndHandler(said -> request.vertx().setTimer(LINGER_MILLIS, over -> connection.close()));
        }
    }

    private static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE.toString(), ProblemBody.MEDIA_TYPE);
        headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        if (problem instanceof BodyTooLarge) {
            headers.put(HttpHeaders.CONNECTION.toString(), "close");
        }
        if (problem instanceof Unauthorized) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfter() != null) {
            headers.put(
                    "Retry-After",
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        return headers;
    }

    private String text(Problem problem, RoutingContext request) {
        try {
            String language = request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            return mapper.writeValueAsString(problems.body(problem, language, request.normalizedPath()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that can't be written: " + problem.slug(), e);
        }
    }
}
