package io.sirenorder.local.stack;

import io.sirenorder.local.identity.DevIssuerApi;
import io.sirenorder.local.page.StartPage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;

/** The launcher's own addresses: start page and issuers for everybody, restarts for readers of its state directory. */
final class LauncherApi {
    private static final String RESTARTS = "/launcher/restarts/";

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
        var unused = CompletableFuture.supplyAsync(() -> stack.restart(name))
                .whenComplete((known, failure) -> context.runOnContext(back -> answer(request, known, failure)));
    }

    private static void answer(HttpServerRequest request, Boolean known, Throwable failure) {
        if (failure != null) {
            request.response().setStatusCode(500).end(failure.getMessage());
        } else {
            request.response().setStatusCode(known ? 204 : 404).end();
        }
    }
}
