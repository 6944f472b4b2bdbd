package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One connection of subprotocol {@code siren.v1}; it keeps every frame that came, in order. */
public final class Socket implements AutoCloseable {
    private static final String SUBPROTOCOL = "siren.v1";
    private static final int UNAVAILABLE = 503;
    private static final Duration BUSY = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final List<Frame> frames = new ArrayList<>();
    private final List<Consumer<Frame>> listeners = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private WebSocket socket;

    private Socket() {}

    /**
     * Opens {@code path} (with its query) and waits for the welcome. A gateway that answers 503, since it drains or hears no
     * messages yet, is asked again for up to 20 seconds, as every app has to.
     *
     * @throws UpgradeRefused when the answer is no 101
     */
    public static Socket open(Api api, String path, String token) {
        long end = System.nanoTime() + BUSY.toNanos();
        while (true) {
            try {
                return openNow(api, path, token);
            } catch (UpgradeRefused refused) {
                if (refused.status() != UNAVAILABLE || System.nanoTime() > end) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static Socket openNow(Api api, String path, String token) {
        Socket opened = new Socket();
        URI http = api.base();
        URI uri = URI.create("ws://" + http.getAuthority() + path);
        try {
            opened.socket = HTTP.newWebSocketBuilder()
                    .subprotocols(SUBPROTOCOL)
                    .header("Authorization", "Bearer " + token)
                    .connectTimeout(Duration.ofSeconds(10))
                    .buildAsync(uri, opened.new Ear())
                    .join();
        } catch (CompletionException e) {
            throw UpgradeRefused.orElse(e);
        }
        opened.await("session.welcome", frame -> true);
        return opened;
    }

    /** The query by which a new {@link #open} resumes after the last frame that came. */
    public String resumeQuery() {
        JsonNode welcome = await("session.welcome", frame -> true).d();
        return "?epoch=" + welcome.path("epoch").asText() + "&pos=" + lastPosition(welcome);
    }

    private synchronized String lastPosition(JsonNode welcome) {
        return frames.stream()
                .map(Frame::pos)
                .filter(pos -> !pos.isEmpty())
                .reduce((first, second) -> second)
                .orElse(welcome.path("pos").asText());
    }

    /** Calls back for each frame from now on, on the connection's thread. */
    public synchronized void onFrame(Consumer<Frame> listener) {
        listeners.add(listener);
    }

    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    public List<Frame> frames(String type) {
        return frames().stream().filter(frame -> frame.isA(type)).toList();
    }

    /** The first frame of a type that fits, among those that came or within 40 seconds. */
    public Frame await(String type, Predicate<Frame> fits) {
        return await(type, fits, Duration.ofSeconds(40));
    }

    public synchronized Frame await(String type, Predicate<Frame> fits, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            Optional<Frame> found = find(type, fits);
            while (found.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new NothingHeard(type, limit, frames);
                }
                wait(left);
                found = find(type, fits);
            }
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Optional<Frame> find(String type, Predicate<Frame> fits) {
        return frames.stream()
                .filter(frame -> frame.isA(type) && fits.test(frame))
                .findFirst();
    }

    /** Acknowledges a frame and all before it. */
    public void ack(Frame frame) {
        send(Json.object().put("t", "ack").put("pos", frame.pos()).toString());
    }

    /** Sends a command and waits for its reply. */
    public Frame command(String type, JsonNode d) {
        return command(type, UUID.randomUUID().toString(), d);
    }

    /** The same under a chosen id: what is repeated under one id happens once. */
    public Frame command(String type, String id, JsonNode d) {
        send(Json.object().put("t", type).put("id", id).set("d", d).toString());
        return await("reply", frame -> frame.json().path("re").asText().equals(id));
    }

    /** Sends a text as it is. */
    public synchronized void send(String text) {
        sending = sending.thenCompose(before -> socket.sendText(text, true));
    }

    /** The code with which the other side closes. */
    public int awaitClose(Duration limit) {
        return closed.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Drops the connection without a good-bye, as a dead battery does. */
    public void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket);
        }
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                hear(new Frame(Json.parse(text.toString()), Instant.now()));
                text.setLength(0);
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
        public void onError(WebSocket from, Throwable error) {
            closed.complete(1006);
        }
    }

    private void hear(Frame frame) {
        List<Consumer<Frame>> told;
        synchronized (this) {
            frames.add(frame);
            told = List.copyOf(listeners);
            notifyAll();
        }
        told.forEach(listener -> listener.accept(frame));
    }
}
