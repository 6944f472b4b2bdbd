package io.sirenorder.local.stack;

import io.sirenorder.local.identity.DevIssuerApi;
import io.sirenorder.local.page.StartPage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;

/** The launcher's own addresses: start page and issuers for all callers, restarts for readers of its state directory. */
final class LauncherApi {
    private static final String RESTARTS = "/launcher/restarts/";
    private static final String STOPS = "/launcher/stops/";
    private static final String PLACES = "/launcher/places/";

    private final StartPage start;
    private final DevIssuerApi issuers;
    private final Stack stack;
    private final String token;

    LauncherApi(StartPage start, DevIssuerApi issuers, Stack stack, String token) {
        this.start = start;
        this.issuers = issuers;
        this.stack = stack;
        this.token = token;
    }

    void serve(HttpServerRequest request) {
        if (request.path().startsWith(RESTARTS) && mayCommand(request)) {
            restart(request, request.path().substring(RESTARTS.length()));
        } else if (request.path().startsWith(STOPS) && mayCommand(request)) {
            stop(request, request.path().substring(STOPS.length()));
        } else if (request.path().startsWith(PLACES) && mayCommand(request)) {
            place(request, request.path().substring(PLACES.length()));
        } else if (!start.serves(request)) {
            issuers.serve(request);
        }
    }

    private boolean mayCommand(HttpServerRequest request) {
        return ("Bearer " + token).equals(request.getHeader("Authorization"));
    }

    /** Answers when it is done, which may take a minute. */
    private void restart(HttpServerRequest request, String name) {
        Context context = Vertx.currentContext();
        var unused = CompletableFuture.supplyAsync(() -> stack.restart(name) ? "" : null)
                .whenComplete((answer, failure) -> context.runOnContext(back -> answer(request, answer, failure)));
    }

    /** Stops a part until its restart. */
    private void stop(HttpServerRequest request, String name) {
        Context context = Vertx.currentContext();
        var unused = CompletableFuture.supplyAsync(() -> stack.stop(name) ? "" : null)
                .whenComplete((answer, failure) -> context.runOnContext(back -> answer(request, answer, failure)));
    }

    /** Leaves a service's place to a program of the caller's, or takes it back. */
    private void place(HttpServerRequest request, String name) {
        Context context = Vertx.currentContext();
        boolean leave = request.method().equals(HttpMethod.PUT);
        var unused = CompletableFuture.supplyAsync(() -> leave ? stack.leavePlace(name) : stack.takePlaceBack(name))
                .whenComplete((answer, failure) -> context.runOnContext(back -> answer(request, answer, failure)));
    }

    private static void answer(HttpServerRequest request, String answer, Throwable failure) {
        if (failure != null) {
            request.response().setStatusCode(500).end(String.valueOf(failure.getMessage()));
        } else if (answer == null) {
            request.response().setStatusCode(404).end("no part is called so; ./siren status lists them");
        } else {
            request.response().setStatusCode(200).end(answer);
        }
    }
}
