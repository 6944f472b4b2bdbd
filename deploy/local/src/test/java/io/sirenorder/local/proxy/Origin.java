package io.sirenorder.local.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service behind the door: tells what reached it, echoes what a socket says. */
final class Origin {
    private static final List<String> COOKIES = List.of("one=1; HttpOnly", "two=2; Path=/");

    final List<JsonObject> seen = new CopyOnWriteArrayList<>();
    final Instance instance;
    private final HttpServer server;

    private Origin(HttpServer server) {
        this.server = server;
        server.requestHandler(this::answer);
        this.instance = new Instance(server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort());
        instance.serving(true);
    }

    static Origin start(Vertx vertx) {
        return new Origin(vertx.createHttpServer(new HttpServerOptions()
                .setWebSocketSubProtocols(List.of("siren.v1"))
                .setPerMessageWebSocketCompressionSupported(false)));
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/stores/break" -> request.connection().close();
            case "/stores/half" -> {
                request.response().setChunked(true).write("half");
                request.connection().close();
            }
            case "/stores/early" -> request.response().setStatusCode(401).end("no");
            case "/stores/early-and-close" -> {
                request.response().endHandler(sent -> request.connection().close());
                request.response()
                        .setStatusCode(413)
                        .putHeader("Connection", "close")
                        .end("no");
            }
            case "/ws/buyer" -> request.toWebSocket().onSuccess(Origin::chat);
            case "/ws/refused" ->
                request.response()
                        .setStatusCode(401)
                        .putHeader("WWW-Authenticate", "Bearer")
                        .end("no");
            default ->
                request.body().onSuccess(body -> {
                    JsonObject headers = new JsonObject();
                    request.headers()
                            .forEach(
                                    header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
                    JsonObject heard = new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("length", body.length());
                    seen.add(heard);
                    request.response()
                            .putHeader("Connection", "X-Inner")
                            .putHeader("X-Inner", "stays here")
                            .putHeader("X-Outer", "goes on")
                            .putHeader("Set-Cookie", COOKIES)
                            .end(heard.encode());
                });
        }
    }

    private static void chat(ServerWebSocket socket) {
        socket.writeTextMessage("welcome " + socket.headers().get("X-Forwarded-For"));
        socket.textMessageHandler(text -> {
            if (text.equals("bye")) {
                var unused = socket.close((short) 4401, "token expired");
            } else {
                socket.writeTextMessage("echo " + text);
            }
        });
    }

    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
