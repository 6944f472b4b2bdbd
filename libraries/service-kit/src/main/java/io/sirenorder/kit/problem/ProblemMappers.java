package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource, as a problem; what we don't know is a 500 that says nothing. */
class ProblemMappers {
    private final ProblemResponses responses;
    private final Diagnosis diagnosis;

    ProblemMappers(ProblemResponses responses, Diagnosis diagnosis) {
        this.responses = responses;
        this.diagnosis = diagnosis;
    }

    @ServerExceptionMapper
    public Response problem(Problem failure, RoutingContext request) {
        return responses.of(failure, request);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response notAuthenticated(AuthenticationFailedException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response violation(ConstraintViolationException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure, RoutingContext request) {
        return respond(failure, request);
    }

    @ServerExceptionMapper
    public Response unknown(Throwable failure, RoutingContext request) {
        return respond(failure, request);
    }

    private Response respond(Throwable failure, RoutingContext request) {
        return responses.of(diagnosis.of(failure), request);
    }
}
