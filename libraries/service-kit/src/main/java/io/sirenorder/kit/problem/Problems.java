package io.sirenorder.kit.problem;

import io.sirenorder.kit.trace.TraceContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts problems into words for a client. */
@Singleton
public class Problems {
    private final ProblemTexts texts = ProblemTexts.load();
    private final String pages;

    Problems(@ConfigProperty(name = "siren.problems.pages") URI pages) {
        this.pages = pages.toString();
    }

    /**
     * The problem in the language that the client prefers.
     *
     * @param acceptLanguage as the client sent it, or null
     * @param instance the path of the request, or null on a socket
     */
    public ProblemBody body(Problem problem, String acceptLanguage, String instance) {
        Locale language = Languages.best(acceptLanguage);
        return new ProblemBody(
                pages + problem.slug(),
                problem.slug(),
                texts.title(problem, language),
                texts.detail(problem, language),
                problem.status(),
                instance,
                TraceContext.traceId(),
                problem.extensions());
    }
}
