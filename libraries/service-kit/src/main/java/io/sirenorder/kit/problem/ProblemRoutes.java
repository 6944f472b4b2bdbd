package io.sirenorder.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Problems of requests that never reach a resource: refused tokens, unknown paths, paths that can't be decoded. */
@Singleton
class ProblemRoutes {
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE - 1;

    private final ProblemResponses responses;
    private final Diagnosis diagnosis;

    ProblemRoutes(ProblemResponses responses, Diagnosis diagnosis) {
        this.responses = responses;
        this.diagnosis = diagnosis;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::failed);
        router.route().order(AFTER_ALL_OTHERS).handler(request -> responses.send(new NotFound(), request));
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
            case 400 -> responses.send(new InvalidRequest("request", "can't be read"), request);
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
