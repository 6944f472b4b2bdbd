package io.sirenorder.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers of this program: documents are revalidated, files of this edition are kept for a year, the rest is not here. */
@Singleton
class PageRoutes {
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE - 1;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    private static final String WORKER = "default-src 'none'; connect-src 'self'; script-src 'self'";

    private static final String PROBLEM =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Pages pages;
    private final ProblemPages problems;
    private final WebConfig config;
    private final PageRefusals refusals;
    private final String assets;
    private final Map<String, PagePolicy> policies =
            Arrays.stream(PagePolicy.values()).collect(Collectors.toMap(PagePolicy::path, policy -> policy));

    PageRoutes(Pages pages, ProblemPages problems, PageRefusals refusals, WebConfig config) {
        this.refusals = refusals;
        this.pages = pages;
        this.problems = problems;
        this.config = config;
        this.assets = "/assets/" + pages.edition() + "/";
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_ALL_OTHERS).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (!READS.contains(method)) {
            request.response().putHeader("Allow", "GET, HEAD");
            refusals.send(request, "method-not-allowed", language(request));
            return;
        }
        String path = request.request().path();
        Optional<PageFile> document = pages.document(path);
        Optional<PageFile> problem = problems.page(path, language(request));
        Optional<PageFile> asset =
                path.startsWith(assets) ? pages.asset(path.substring(assets.length())) : Optional.empty();
        if (document.isPresent()) {
            sendDocument(request, path, document.get());
        } else if (problem.isPresent()) {
            sendProblem(request, problem.get());
        } else if (asset.isPresent()) {
            request.response().headers().set("Cache-Control", FOR_A_YEAR);
            send(request, asset.get());
        } else if (policies.containsKey(path + "/") || (path + "/").equals(ProblemPages.PATH)) {
            request.response()
                    .putHeader("Location", path + "/")
                    .setStatusCode(308)
                    .end();
        } else {
            refusals.send(request, "not-found", language(request));
        }
    }

    /** The one that the address names, or else the first of ours that the browser would read. */
    private static String language(RoutingContext request) {
        return Stream.concat(
                        Stream.ofNullable(request.request().getParam("lang")),
                        request.acceptableLanguages().stream().map(LanguageHeader::tag))
                .filter(tag -> tag != null && ProblemPages.LANGUAGES.contains(tag))
                .findFirst()
                .orElse(ProblemPages.LANGUAGES.get(0));
    }

    private void sendProblem(RoutingContext request, PageFile file) {
        request.response()
                .headers()
                .set("Content-Security-Policy", PROBLEM)
                .set("Content-Language", language(request))
                .set("Vary", "Accept-Language");
        revalidate(request, file);
    }

    private void sendDocument(RoutingContext request, String path, PageFile file) {
        MultiMap headers = request.response().headers();
        if (policies.containsKey(path)) {
            policies.get(path).apply(headers, config);
        } else {
            headers.set("Content-Security-Policy", WORKER);
        }
        revalidate(request, file);
    }

    private static void revalidate(RoutingContext request, PageFile file) {
        request.response().headers().set("Cache-Control", "no-cache").set("ETag", file.tag());
        if (file.tag().equals(request.request().getHeader("If-None-Match"))) {
            request.response().setStatusCode(304).end();
        } else {
            send(request, file);
        }
    }

    private static void send(RoutingContext request, PageFile file) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Type", file.type());
        String other = response.headers().get("Vary");
        response.putHeader("Vary", other == null ? "Accept-Encoding" : other + ", Accept-Encoding");
        String accepted = request.request().getHeader("Accept-Encoding");
        if (file.zipped() != null && accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(file.zipped());
        } else {
            response.end(file.plain());
        }
    }
}
