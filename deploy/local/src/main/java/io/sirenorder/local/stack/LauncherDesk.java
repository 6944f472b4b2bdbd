package io.sirenorder.local.stack;

import io.sirenorder.local.identity.DevDesk;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** What the launcher itself answers: the issuers to everybody, restarts to who can read its state directory. */
final class LauncherDesk {
    private static final String RESTARTS = "/launcher/restarts/";

    private final DevDesk issuers;
    private final Stack stack;
    private final String token;

    LauncherDesk(DevDesk issuers, Stack stack, String token) {
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

    private void restart(HttpServerRequest request, String name) {
        Vertx.currentContext()
                .executeBlocking(() -> stack.restart(name), false)
                .onSuccess(known ->
                        request.response().setStatusCode(known ? 204 : 404).end())
                .onFailure(e -> request.response().setStatusCode(500).end(String.valueOf(e.getMessage())));
    }
}
