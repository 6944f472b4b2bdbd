package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final Problems problems;
    private final ObjectMapper mapper;

    ProblemResponses(Problems problems, ObjectMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    Response of(Problem problem, RoutingContext request) {
        Response.ResponseBuilder response = Response.status(problem.status());
        headers(problem).forEach(response::header);
        return response.entity(text(problem, request)).build();
    }

    void send(Problem problem, RoutingContext request) {
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        headers(problem).forEach(response::putHeader);
        response.end(text(problem, request));
    }

    private static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE.toString(), ProblemBody.MEDIA_TYPE);
        headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
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
