package io.sirenorder.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The problems that this program answers with itself, in the words of the catalogue of every service. */
@Singleton
class PageRefusals {
    private final SortedMap<String, List<ProblemCase>> cases =
            ProblemCatalogue.load().cases();
    private final URI types;

    PageRefusals(@ConfigProperty(name = "siren.problems.pages") URI types) throws IOException {
        this.types = types;
    }

    /** Sends the problem of that code, in one of {@link ProblemPages#LANGUAGES}. */
    void send(RoutingContext request, String code, String language) {
        ProblemCase problem = cases.get(code).stream()
                .filter(told -> told.services().contains(ProblemPages.EVERY_SERVICE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no service knows the problem " + code));
        ProblemCase.Text text = problem.texts().get(language);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", language)
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("type", types + code)
                        .put("code", code)
                        .put("title", text.title())
                        .put("detail", text.detail())
                        .put("status", problem.status())
                        .put("instance", request.request().path())
                        .encode());
    }
}
