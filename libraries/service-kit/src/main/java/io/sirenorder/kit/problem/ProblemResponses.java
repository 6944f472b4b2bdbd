package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sirenorder.kit.trace.TraceContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers requests with problems, inside JAX-RS and below it. */
@Singleton
public class ProblemResponses {
    private static final long LINGER_MILLIS = 1_000;
    /** Header of a caller's trace. */
    public static final String TRACEPARENT = "traceparent";

    /** Header of every 401, also of one that no token would mend. */
    public static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final int LONGEST_INSTANCE = 200;
    private static final int UNAUTHORIZED = 401;

    private final Problems problems;
    private final ObjectMapper mapper;

    ProblemResponses(Problems problems, ObjectMapper mapper) {
        this.problems = problems;
        this.mapper = mapper;
    }

    Response of(Problem problem, RoutingContext request) {
        hangUpIfFlooded(problem, request);
        Response.ResponseBuilder response = Response.status(problem.status());
        headers(problem, language(request)).forEach(response::header);
        return response.entity(text(problem, request)).build();
    }

    /** Ends the request with that problem, below JAX-RS. */
    public void send(Problem problem, RoutingContext request) {
        hangUpIfFlooded(problem, request);
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        headers(problem, language(request)).forEach(response::putHeader);
        response.end(text(problem, request));
    }

    /**
     * The answer to a request that reached no route; empty for a status that has no problem.
     *
     * @param address as the client sent it
     * @param acceptLanguage likewise, or null
     * @param traceparent likewise, or null
     */
    public Optional<WrittenProblem> refused(int status, String address, String acceptLanguage, String traceparent) {
        return FrameworkAnswers.refusal(status).map(problem -> {
            String instance = address.length() <= LONGEST_INSTANCE ? address : address.substring(0, LONGEST_INSTANCE);
            String body = written(problem, acceptLanguage, instance, traceparent);
            return new WrittenProblem(headers(problem, Languages.best(acceptLanguage)), body);
        });
    }

    /** The rest of a body is read for a moment, so that the client reads the reason, and no longer. */
    private static void hangUpIfFlooded(Problem problem, RoutingContext request) {
        if (endsConnection(problem)) {
            HttpConnection connection = request.request().connection();
            request.addEndHandler(said -> request.vertx().setTimer(LINGER_MILLIS, over -> connection.close()));
        }
    }

    private static boolean endsConnection(Problem problem) {
        return problem instanceof BodyTooLarge || problem instanceof BodyTooSlow;
    }

    private static Locale language(RoutingContext request) {
        return Languages.best(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Map<String, String> headers(Problem problem, Locale language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE.toString(), language.getLanguage());
        headers.put(HttpHeaders.VARY.toString(), HttpHeaders.ACCEPT_LANGUAGE.toString());
        headers.put(HttpHeaders.CONTENT_TYPE.toString(), ProblemBody.MEDIA_TYPE);
        headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        if (endsConnection(problem)) {
            headers.put(HttpHeaders.CONNECTION.toString(), "close");
        }
        if (problem.status() == UNAUTHORIZED) {
            headers.put(WWW_AUTHENTICATE, "Bearer");
        }
        headers.putAll(problem.headers());
        if (problem.retryAfter() != null) {
            headers.put(
                    "Retry-After",
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        return headers;
    }

    /** The decoded path, or the client's own text where it can't be decoded. */
    private static String path(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException undecodable) {
            return request.request().path();
        }
    }

    private String text(Problem problem, RoutingContext request) {
        MultiMap headers = request.request().headers();
        return written(problem, headers.get(HttpHeaders.ACCEPT_LANGUAGE), path(request), headers.get(TRACEPARENT));
    }

    private String written(Problem problem, String acceptLanguage, String instance, String traceparent) {
        ProblemBody body = TraceContext.runTraced(traceparent, () -> problems.body(problem, acceptLanguage, instance));
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that can't be written: " + problem.slug(), e);
        }
    }
}
