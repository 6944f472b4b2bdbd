package io.sirenorder.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** Translates the framework's own refusals into problems. */
final class FrameworkAnswers {
    private static final int UNAVAILABLE = 503;

    private FrameworkAnswers() {}

    /** The problem, or null for what is our fault. */
    static Problem problem(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return status == UNAVAILABLE
                ? new NeighbourUnavailable(failure)
                : refusal(status).orElse(null);
    }

    /** The problem of a refusal of that status; empty if there is none. */
    static Optional<Problem> refusal(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 400 -> new InvalidRequest("request", "can't be read");
                    case 401 -> new Unauthorized();
                    case 403 -> new Forbidden();
                    case 404 -> new NotFound();
                    case 405 -> new MethodNotAllowed();
                    case 406 -> new NotAcceptable();
                    case 408 -> new BodyTooSlow();
                    case 413 -> new BodyTooLarge();
                    case 414 -> new UriTooLong();
                    case 415 -> new UnsupportedMediaType();
                    case 431 -> new HeadersTooLarge();
                    default -> null;
                });
    }
}
