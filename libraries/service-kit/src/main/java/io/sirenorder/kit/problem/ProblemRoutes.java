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
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
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
        if (failure == null || (isClientError(request.statusCode()) && !isRefusal(failure))) {
            FrameworkAnswers.refusal(request.statusCode())
                    .ifPresentOrElse(problem -> responses.send(problem, request), request::next);
        } else {
            responses.send(diagnosis.of(failure), request);
        }
    }

    private static boolean isClientError(int status) {
        return status >= FIRST_REFUSAL && status < FIRST_FAILURE;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException;
    }
}
