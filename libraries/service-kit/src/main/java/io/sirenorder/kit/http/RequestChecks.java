package io.sirenorder.kit.http;

import io.sirenorder.kit.problem.BodyTooLarge;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.ProblemResponses;
import io.sirenorder.kit.problem.UnsupportedMediaType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses requests that are ambiguous or larger than allowed, before anything else is done with them. */
@Singleton
class RequestChecks {
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    /** Fields of which one value counts: another reader on the way may have taken another one. */
    private static final List<String> SINGLE = List.of("Authorization", "Content-Type", "Idempotency-Key");

    private static final int FIRST_OF_ROUTES = Integer.MIN_VALUE;
    private static final int FIRST_OF_OBSERVERS = 1;
    /** RFC 3986, without user information, with the underscore of container names. */
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=%-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");

    private final ProblemResponses responses;
    private final HttpConfig config;

    RequestChecks(ProblemResponses responses, HttpConfig config) {
        this.responses = responses;
        this.config = config;
    }

    void install(@Observes @Priority(FIRST_OF_OBSERVERS) Router router) {
        router.route().order(FIRST_OF_ROUTES).handler(this::check);
    }

    private void check(RoutingContext request) {
        Problem flaw = flaw(request.request());
        if (flaw == null) {
            forgetTypeOfNoBody(request.request());
            forgetEmptyWish(request.request());
            request.next();
        } else {
            if (!isCodedAtMostAsChunks(request.request())) {
                dropTheRest(request.request());
            }
            responses.send(flaw, request);
        }
    }

    /** Nothing that follows on the connection can be told from the rest of the body. */
    private static void dropTheRest(HttpServerRequest request) {
        request.pause();
        request.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(sent -> request.connection().close());
    }

    private Problem flaw(HttpServerRequest request) {
        if (request.headers().size() > config.mostHeaders()) {
            return new InvalidRequest("headers", "must be at most " + config.mostHeaders());
        }
        if (!hasOneHost(request)) {
            return new InvalidRequest("Host", "must be exactly one host, with or without a port");
        }
        if (request.headers().names().stream().anyMatch(String::isBlank)) {
            return new InvalidRequest("headers", "must have a name each");
        }
        Optional<String> repeated = SINGLE.stream()
                .filter(name -> request.headers().getAll(name).size() > 1)
                .findFirst();
        if (repeated.isPresent()) {
            return new InvalidRequest(repeated.get(), "must be given once");
        }
        if (!isCodedAtMostAsChunks(request)) {
            return new InvalidRequest(TRANSFER_ENCODING, "must be chunked, or absent");
        }
        if (hasLastingCondition(request)) {
            return new InvalidRequest("If-Match", "must be absent: no request can be made to depend on a state");
        }
        if (hasTypeOfAnyBody(request)) {
            return new UnsupportedMediaType();
        }
        return announcedSize(request) > config.largestBody().asLongValue() ? new BodyTooLarge() : null;
    }

    /** Another reader on the way may have understood a further coding, and so another end of the body (RFC 9112, 6.1). */
    private static boolean isCodedAtMostAsChunks(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(TRANSFER_ENCODING);
        return codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    }

    /** A condition that is ignored would let one change overwrite another unseen; any state ({@code *}) is no condition here. */
    private static boolean hasLastingCondition(HttpServerRequest request) {
        String condition = request.getHeader(HttpHeaders.IF_MATCH);
        return condition != null && !condition.strip().equals("*");
    }

    /** JAX-RS would read a body of type {@code *}{@code /*} as any type that the resource takes. */
    private static boolean hasTypeOfAnyBody(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.indexOf('*') >= 0;
    }

    /** Quarkus' proxy support has made one valid host of several, and left out a port that is no number. */
    private static boolean hasOneHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        return hosts.isEmpty()
                ? request.version() != HttpVersion.HTTP_1_1
                : hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    /** A body without a length is measured while it is read. */
    private static long announcedSize(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** An empty list of types wishes for none, which JAX-RS would fail to read. */
    private static void forgetEmptyWish(HttpServerRequest request) {
        String wish = request.getHeader(HttpHeaders.ACCEPT);
        if (wish != null && wish.isBlank()) {
            request.headers().remove(HttpHeaders.ACCEPT);
        }
    }

    /** Clients name a type for a body that they do not send (curl's {@code -d ''}), which must not be refused for it. */
    private static void forgetTypeOfNoBody(HttpServerRequest request) {
        if (!SlowBodies.hasBody(request)) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
