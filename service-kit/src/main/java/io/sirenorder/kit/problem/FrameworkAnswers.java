package io.sirenorder.kit.problem;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Optional;

/** What the framework's own refusals are in our words. */
final class FrameworkAnswers {
    private FrameworkAnswers() {}

    /** The problem, or null for what is our fault. */
    static Problem problem(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 400 -> new InvalidRequest("request", "can't be read");
            case 401 -> new Unauthorized();
            case 403 -> new Forbidden();
            case 404 -> new NotFound();
            case 405 -> new MethodNotAllowed();
            case 406 -> new NotAcceptable();
            case 413 -> new BodyTooLarge();
            case 415 -> new UnsupportedMediaType();
            case 503 -> new NeighbourUnavailable(failure);
            default -> null;
        };
    }

    /** JAX-RS answers 404 to a query parameter that can't be read; to us only a path can be unknown. */
    static Optional<Problem> unreadableParameter(WebApplicationException failure, MultiMap query) {
        if (failure.getResponse().getStatus() != 404 || failure.getCause() == null) {
            return Optional.empty();
        }
        String complaint = String.valueOf(failure.getCause().getMessage());
        return query.entries().stream()
                .filter(parameter -> !parameter.getValue().isEmpty() && complaint.contains(parameter.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> new InvalidRequest(name, "is not valid"));
    }
}
