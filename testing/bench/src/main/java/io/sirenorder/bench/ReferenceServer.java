package io.sirenorder.bench;

import io.sirenorder.contracts.notification.Mailbox;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The least that pushes from Redis to WebSockets cost on Vert.x: it subscribes, finds the sockets of the recipient and
 * writes the frame. It has no limits, no identity, no resume and no metrics. A program of its own.
 */
final class ReferenceServer {
    /** Keeps its messages apart from those of the gateway. */
    static final String CHANNELS = "bench:";

    static final String READY = "listening";
    private static final int BACKLOG = 4096;
    private static final int WORDS_BEFORE_FRAME = 4;

    private final Map<String, List<ServerWebSocket>> byRecipient = new ConcurrentHashMap<>();

    private ReferenceServer() {}

    /** Takes the port to listen on and, from the environment, the address of Redis. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        ReferenceServer server = new ReferenceServer();
        var unused = vertx.deployVerticle(
                        () -> server.door(Integer.parseInt(args[0])),
                        new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
                .compose(deployed -> Redis.createClient(vertx, System.getenv("REFERENCE_REDIS"))
                        .connect())
                .compose(server::listen)
                .onSuccess(ready -> System.out.println(READY))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private AbstractVerticle door(int port) {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                HttpServerOptions options = new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setAcceptBacklog(BACKLOG)
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setPerFrameWebSocketCompressionSupported(false);
                vertx.createHttpServer(options)
                        .webSocketHandler(ReferenceServer.this::enter)
                        .listen()
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
    }

    private void enter(ServerWebSocket socket) {
        String recipient = socket.query();
        byRecipient.merge(
                recipient,
                List.of(socket),
                (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        socket.closeHandler(closed -> byRecipient.computeIfPresent(recipient, (name, some) -> {
            List<ServerWebSocket> rest =
                    some.stream().filter(each -> each != socket).toList();
            return rest.isEmpty() ? null : rest;
        }));
    }

    private Future<Response> listen(RedisConnection connection) {
        connection.handler(this::pass);
        Request channels = Request.cmd(Command.SUBSCRIBE);
        Mailbox.allChannels().forEach(channel -> channels.arg(CHANNELS + channel));
        return connection.send(channels);
    }

    /** {@code recipient pos flags key json}. */
    private void pass(Response message) {
        if (message.get(0).toString().equals("message")) {
            String[] words = message.get(2).toString().split(" ", WORDS_BEFORE_FRAME + 1);
            byRecipient
                    .getOrDefault(words[0], List.of())
                    .forEach(socket -> socket.writeTextMessage(words[WORDS_BEFORE_FRAME]));
        }
    }
}
