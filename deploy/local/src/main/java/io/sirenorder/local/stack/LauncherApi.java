package io.sirenorder.local.stack;

import io.sirenorder.local.identity.DevIssuerApi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;

/** What the launcher itself answers: the issuers to everybody, restarts to who can read its state directory. */
final class LauncherApi {
    private static final String RESTARTS = "/launcher/restarts/";

    private final DevIssuerApi issuers;
    private final Stack stack;
    private final String token;

    LauncherApi(DevIssuerApi issuers, Stack stack, String token) {
        this.issuers = issuers;
        this.stack = stack;
        this.token = token;
    }

    void serve(HttpServerRequest request) {
        if (request.path().startsWith(RESTARTS) && mayCommand(request)) {
            restart(request, request.path().substring(RESTARTS.length()));
        } else {
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
