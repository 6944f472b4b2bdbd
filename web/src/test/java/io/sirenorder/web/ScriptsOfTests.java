package io.sirenorder.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Serves tests in scripts, {@code /test/NAME} each, and beside them at {@code /test/kit/…} what they test, each script for itself, and the problems of payment. */
@Singleton
public class ScriptsOfTests {
    private static final Path SCRIPTS = Path.of("src/test/resources/kit");

    /** Names of the files of tests. */
    public static Stream<String> names() {
        return PagesOnDisk.below(SCRIPTS, ".test.js")
                .map(file -> file.getFileName().toString())
                .sorted();
    }

    void install(@Observes Router router) throws IOException {
        String problems = "export const problems = " + problems() + ";";
        router.get("/test/run/problems.js").handler(request -> script(request, problems));
        router.getWithRegex("/test/(?<name>[a-z-]+\\.test\\.js)").handler(ScriptsOfTests::page);
        router.getWithRegex("/test/run/(?<name>[a-z.-]+\\.js)")
                .handler(request -> script(request, PagesOnDisk.text(SCRIPTS.resolve(request.pathParam("name")))));
        router.getWithRegex("/test/(?<name>(kit|shop|till|operator|lit-html)/.+)")
                .handler(request -> script(request, PagesOnDisk.script(request.pathParam("name"))));
    }

    /** Problems of payment-service: code, status, and the text in both languages. */
    private static String problems() throws IOException {
        JsonArray problems = new JsonArray();
        ProblemCatalogue.load()
                .cases()
                .forEach((code, cases) -> cases.stream()
                        .filter(one -> one.services().contains("payment"))
                        .forEach(one -> problems.add(new JsonObject()
                                .put("code", code)
                                .put("status", one.status())
                                .put("ko", one.texts().get("ko").detail())
                                .put("en", one.texts().get("en").detail()))));
        return problems.encode();
    }

    private static void page(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(
                        "<!doctype html><html lang=\"ko\" data-page=\"test\"><title>kit</title><script type=\"module\" src=\"/test/run/%s\"></script>"
                                .formatted(request.pathParam("name")));
    }

    private static void script(RoutingContext request, String text) {
        request.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .end(text);
    }
}
