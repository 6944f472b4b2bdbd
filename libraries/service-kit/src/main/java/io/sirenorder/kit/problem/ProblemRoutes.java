package io.sirenorder.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problems of requests that never reach a resource: refused tokens, unknown paths, bodies that are too large. */
@Singleton
class ProblemRoutes {
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE - 1;

    private final ProblemResponses responses;
    private final Diagnosis diagnosis;

    private final long largestBody;

    ProblemRoutes(
            ProblemResponses responses,
            Diagnosis diagnosis,
            @ConfigProperty(name = "siren.http.largest-body") MemorySize largestBody) {
        this.responses = responses;
        this.diagnosis = diagnosis;
        this.largestBody = largestBody.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::checkSize).failureHandler(this::failed);
        router.route().order(AFTER_ALL_OTHERS).handler(request -> responses.send(new NotFound(), request));
    }

    /** Before anything else is done with it; one that does not say its size is measured while it is read. */
    private void checkSize(RoutingContext request) {
        if (announcedSize(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largestBody) {
            responses.send(new BodyTooLarge(), request);
        } else {
            request.next();
        }
    }

    private static long announcedSize(String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void failed(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Throwable failure = request.failure();
        if (failure == null) {
            byStatus(request);
        } else if (isRefusal(failure)) {
            responses.send(diagnosis.of(failure), request);
        } else {
            request.next();
        }
    }

    private void byStatus(RoutingContext request) {
        switch (request.statusCode()) {
            case 404 -> responses.send(new NotFound(), request);
            case 405 -> responses.send(new MethodNotAllowed(), request);
            case 413 -> responses.send(new BodyTooLarge(), request);
            default -> request.next();
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException;
    }
}
