package io.sirenorder.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the framework's own refusals are in our words. */
final class FrameworkAnswers {
    private static final Pattern QUERY_PARAMETER = Pattern.compile("QueryParam\\(\"([^\"]{1,40})\"\\)");

    private FrameworkAnswers() {}

    /** The problem, or null for what is our fault. */
    static Problem problem(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 400 -> new InvalidRequest("request", "can't be read");
            case 401 -> new Unauthorized();
            case 403 -> new Forbidden();
            case 404 -> notFound(failure);
            case 405 -> new MethodNotAllowed();
            case 406 -> new NotAcceptable();
            case 413 -> new BodyTooLarge();
            case 415 -> new UnsupportedMediaType();
            case 503 -> new NeighbourUnavailable(failure);
            default -> null;
        };
    }

    /** JAX-RS answers 404 to a query parameter that can't be read; to us only a path can be unknown. */
    private static Problem notFound(WebApplicationException failure) {
        Matcher parameter = QUERY_PARAMETER.matcher(String.valueOf(failure.getMessage()));
        return parameter.find() ? new InvalidRequest(parameter.group(1), "is not valid") : new NotFound();
    }
}
