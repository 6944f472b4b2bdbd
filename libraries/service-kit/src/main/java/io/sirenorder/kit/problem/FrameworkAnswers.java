package io.sirenorder.kit.problem;

import jakarta.ws.rs.WebApplicationException;

/** Translates the framework's own refusals into problems. */
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
}
