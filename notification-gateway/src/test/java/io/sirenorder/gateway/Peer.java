package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sirenorder.documents.SocketDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that behaves: a till or a buyer's phone. */
public final class Peer implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private Peer() {}

    /** Opens a socket; {@code pathAndQuery} begins with /ws. */
    public static Peer open(URI base, String pathAndQuery, String token) {
        Peer peer = new Peer();
        URI uri = URI.create("ws://" + base.getHost() + ":" + base.getPort() + pathAndQuery);
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("siren.v1");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        peer.socket =
                builder.buildAsync(uri, peer).orTimeout(10, TimeUnit.SECONDS).join();
        return peer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = read(partial.toString());
            partial.setLength(0);
            frames.add(frame);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(1006);
    }

    /** The next frame of the type; what comes before it is skipped. */
    public JsonNode next(String type) {
        List<String> skipped = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode frame = poll(end - System.nanoTime());
            if (frame != null && type.equals(frame.path("t").asText())) {
                return frame;
            }
            skipped.add(String.valueOf(frame));
        }
        throw new AssertionError("no " + type + " but " + skipped + ", closed " + closed);
    }

    /** The next frame of any type. */
    public JsonNode next() {
        JsonNode frame = poll(PATIENCE.toNanos());
        assertThat(frame).as("a frame").isNotNull();
        return frame;
    }

    public JsonNode welcome() {
        JsonNode welcome = next();
        assertThat(welcome.path("t").asText()).isEqualTo("session.welcome");
        return welcome.path("d");
    }

    public boolean hasNothingMore() {
        return frames.isEmpty();
    }

    public void send(String frame) {
        socket.sendText(frame.replace('\'', '"'), true)
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Pulls the plug. */
    public void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private JsonNode poll(long nanos) {
        try {
            JsonNode frame = frames.poll(nanos, TimeUnit.NANOSECONDS);
            if (frame != null && !frame.has("pos")) {
                SocketDocument.assertDescribes(frame); // frames that the gateway makes itself
            }
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
