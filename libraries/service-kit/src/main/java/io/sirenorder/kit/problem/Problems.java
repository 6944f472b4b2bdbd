package io.sirenorder.kit.problem;

import io.sirenorder.kit.trace.TraceContext;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Puts problems into words for a client. */
@Singleton
public class Problems {
    private static final String TYPES = "https://sirenorder.io/problems/";

    private final ProblemTexts texts = ProblemTexts.load();

    /**
     * The problem in the language that the client prefers.
     *
     * @param acceptLanguage as the client sent it, or null
     * @param instance the path of the request, or null on a socket
     */
    public ProblemBody body(Problem problem, String acceptLanguage, String instance) {
        Locale language = Languages.best(acceptLanguage);
        return new ProblemBody(
                TYPES + problem.slug(),
                problem.slug(),
                texts.title(problem, language),
                texts.detail(problem, language),
                problem.status(),
                instance,
                TraceContext.traceId(),
                problem.extensions());
    }
}
