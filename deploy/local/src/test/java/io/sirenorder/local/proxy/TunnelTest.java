package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TunnelTest {
    private static final String UPGRADE = """
            GET /ws/buyer HTTP/1.1
            Host: siren
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

            """;

    private final Vertx vertx = Vertx.vertx();
    private final Origin origin = Origin.start(vertx);
    private final FrontDoor door = doorTo(origin.instance);

    private FrontDoor doorTo(Instance instance) {
        RoutingTable routes = new RoutingTable(new TreeMap<>(Map.of("/ws", "gateway")));
        return FrontDoor.open(vertx, "127.0.0.1", 0, routes, Map.of("gateway", new Pool(List.of(instance))));
    }

    @AfterEach
    void close() {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static final class Ear implements WebSocket.Listener {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        String next() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }
    }

    private WebSocket open(String path, WebSocket.Listener ear) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("siren.v1")
                .buildAsync(URI.create("ws://127.0.0.1:" + door.port() + path), ear)
                .join();
    }

    @Test
    void a_socket_talks_through_the_door_both_ways() throws Exception {
        Ear ear = new Ear();
        WebSocket socket = open("/ws/buyer", ear);
        assertThat(socket.getSubprotocol()).isEqualTo("siren.v1");
        assertThat(ear.next()).isEqualTo("welcome 127.0.0.1");
        for (int i = 0; i < 100; i++) {
            socket.sendText("no. " + i, true).join();
            assertThat(ear.next()).isEqualTo("echo no. " + i);
        }
        socket.abort();
    }

    @Test
    void many_sockets_are_open_at_once() throws Exception {
        for (int i = 0; i < 200; i++) {
            Ear ear = new Ear();
            open("/ws/buyer", ear);
            assertThat(ear.next()).startsWith("welcome");
        }
    }

    @Test
    void close_code_and_reason_come_through() {
        Ear ear = new Ear();
        open("/ws/buyer", ear).sendText("bye", true).join();
        assertThat(ear.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("4401 token expired");
    }

    @Test
    void a_refused_upgrade_is_refused_in_the_services_own_words() {
        assertThatThrownBy(() -> open("/ws/refused", new Ear()))
                .cause()
                .satisfies(e -> assertThat(
                                ((WebSocketHandshakeException) e).getResponse().statusCode())
                        .isEqualTo(401));
    }

    @Test
    void an_upgrade_to_a_service_that_is_down_is_a_503() {
        origin.stop();
        assertThatThrownBy(() -> open("/ws/buyer", new Ear()))
                .cause()
                .satisfies(e -> assertThat(
                                ((WebSocketHandshakeException) e).getResponse().statusCode())
                        .isEqualTo(503));
    }

    @Test
    void a_reader_that_does_not_read_slows_the_sender_instead_of_filling_memory() throws IOException {
        AtomicLong sent = new AtomicLong();
        Flood flood = Flood.start(vertx, sent);
        try (FrontDoor narrow = doorTo(flood.instance());
                Socket reader = new Socket(InetAddress.getLoopbackAddress(), narrow.port())) {
            reader.getOutputStream().write(UPGRADE.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 101");
            assertThat(settled(sent)).isLessThan(64L << 20);
        } finally {
            flood.server().close();
        }
    }

    /** The count when it has not grown for half a second. */
    private static long settled(AtomicLong count) {
        long before = -1;
        while (before != count.get()) {
            before = count.get();
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS))
                    .join();
        }
        return before;
    }

    /** Sends 300 MiB down any socket, as fast as they are taken. */
    private record Flood(HttpServer server, Instance instance) {
        static Flood start(Vertx vertx, AtomicLong sent) {
            HttpServer server = vertx.createHttpServer().webSocketHandler(socket -> {
                Buffer part = Buffer.buffer(new byte[1 << 16]);
                Runnable pour = new Runnable() {
                    @Override
                    public void run() {
                        while (!socket.writeQueueFull() && sent.get() < 300L << 20) {
                            sent.addAndGet(part.length());
                            socket.writeBinaryMessage(part);
                        }
                    }
                };
                socket.drainHandler(drained -> pour.run());
                pour.run();
            });
            int port = server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
            Instance instance = new Instance(port);
            instance.serving(true);
            return new Flood(server, instance);
        }
    }
}
