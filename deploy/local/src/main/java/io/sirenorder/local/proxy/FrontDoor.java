package io.sirenorder.local.proxy;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A listening port that hands each request to an instance of the service which owns its path. */
public final class FrontDoor implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 60_000;
    /** Longer than a service may think, and than any heartbeat. */
    private static final int QUIET_CALLER_SECONDS = 75;

    private static final int REQUESTS_AT_ONCE = 1_000;
    private static final int SOCKETS_AT_ONCE = 20_000;

    private final HttpServer server;
    private final HttpClient requests;
    private final HttpClient sockets;
    private final RoutingTable routes;
    private final Map<String, Pool> pools;

    private FrontDoor(Vertx vertx, RoutingTable routes, Map<String, Pool> pools) {
        this.routes = routes;
        this.pools = Map.copyOf(pools);
        HttpClientOptions options =
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(20);
        this.requests = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(REQUESTS_AT_ONCE));
        this.sockets = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(SOCKETS_AT_ONCE));
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setIdleTimeout(QUIET_CALLER_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false));
    }

    /**
     * Opens a door.
     *
     * @param address of this machine, {@code 127.0.0.1} or {@code 0.0.0.0} for all
     * @param port 0 takes any free one
     * @param pools by owner, as the routing table names them
     */
    public static FrontDoor open(Vertx vertx, String address, int port, RoutingTable routes, Map<String, Pool> pools) {
        FrontDoor door = new FrontDoor(vertx, routes, pools);
        door.server
                .connectionHandler(FrontDoor::watch)
                .requestHandler(door::admit)
                .invalidRequestHandler(FrontDoor::refuse)
                .listen(port, address)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return door;
    }

    public int port() {
        return server.actualPort();
    }

    private static void watch(HttpConnection connection) {
        KnownVersions.install(connection);
        BrokenChunks.install(connection);
    }

    /** Answers what is no HTTP, or none that is spoken here, or more of it than a head may hold. */
    private static void refuse(HttpServerRequest request) {
        request.response().endHandler(sent -> request.connection().close());
        refusal(request.decoderResult().cause()).answer(request, Headers.requestId(request));
    }

    private static Refusal refusal(Throwable flaw) {
        if (flaw instanceof KnownVersions.UnknownVersion) {
            return Refusal.HTTP_VERSION_NOT_SUPPORTED;
        }
        if (flaw instanceof TooLongHttpLineException) {
            return Refusal.URI_TOO_LONG;
        }
        return flaw instanceof TooLongHttpHeaderException ? Refusal.HEADERS_TOO_LARGE : Refusal.INVALID_REQUEST;
    }

    private void admit(HttpServerRequest request) {
        String requestId = Headers.requestId(request);
        request.headers().set(Trace.HEADER, Trace.parent(request.getHeader(Trace.HEADER)));
        BrokenChunks.watch(request, requestId);
        if (!Headers.areWellFormed(request)) {
            request.pause();
            request.response().endHandler(sent -> request.connection().close());
            Refusal.INVALID_REQUEST.answer(request, requestId);
            return;
        }
        UnreadBody.dropAfterAnswer(request);
        Optional<Pool> pool = routes.ownerOf(request.path()).map(pools::get);
        if (pool.isEmpty()) {
            Refusal.NOT_FOUND.answer(request, requestId);
        } else if (Headers.asksForSocket(request)) {
            new Tunnel(request, requestId, sockets).begin(pool.get().candidates());
        } else {
            new Exchange(request, requestId, requests).begin(pool.get().candidates());
        }
    }

    static RequestOptions target(HttpServerRequest request, Instance instance) {
        return new RequestOptions()
                .setMethod(request.method())
                .setHost("127.0.0.1")
                .setPort(instance.port())
                .setURI(request.uri())
                .setIdleTimeout(ANSWER_MILLIS);
    }

    /** Takes nothing new and breaks off what is under way. */
    @Override
    public void close() {
        server.close();
        requests.close();
        sockets.close();
    }
}
