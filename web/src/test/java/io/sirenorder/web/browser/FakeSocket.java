package io.sirenorder.web.browser;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** The gateway's end of the tills' sockets: welcomes, pushes with rising positions, and remembers all that is said. */
final class FakeSocket {
    private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final BiFunction<String, JsonObject, JsonObject> commands;
    private final Documented documented;
    private final List<JsonObject> pushed = new CopyOnWriteArrayList<>();
    private final Map<String, JsonObject> replies = new ConcurrentHashMap<>();
    private final AtomicLong position = new AtomicLong(1);
    private volatile boolean silent;

    /** @param commands answers the reply's {@code d} by command and {@code d}, or the trouble in its place */
    FakeSocket(BiFunction<String, JsonObject, JsonObject> commands, Documented documented) {
        this.commands = commands;
        this.documented = documented;
    }

    /**
     * @param since position of a client that is to hear what it missed; null for one that starts anew
     * @param forgotten whether the client named a position from which it can't hear any more
     */
    void accept(ServerWebSocket socket, String since, boolean forgotten) {
        open.add(socket);
        socket.closeHandler(closed -> open.remove(socket));
        socket.textMessageHandler(text -> hear(socket, new JsonObject(text)));
        send(socket, welcome(since));
        if (forgotten) {
            send(
                    socket,
                    new JsonObject()
                            .put("t", "session.reset")
                            .put("d", new JsonObject().put("reason", "position-unknown")));
        }
        if (since != null) {
            pushed.stream()
                    .filter(frame -> number(frame.getString("pos")) > number(since))
                    .forEach(frame -> send(socket, frame));
        }
    }

    private static long number(String pos) {
        return Long.parseLong(pos.replace("-0", ""));
    }

    private JsonObject welcome(String since) {
        return new JsonObject()
                .put("t", "session.welcome")
                .put("ts", System.currentTimeMillis())
                .put(
                        "d",
                        new JsonObject()
                                .put("session", "s-1")
                                .put("resumed", since != null)
                                .put("epoch", "e-1")
                                .put("pos", since == null ? position() : since)
                                .put("serverTime", Instant.now().toString())
                                .put(
                                        "heartbeat",
                                        new JsonObject().put("interval", 10_000).put("grace", 10_000))
                                .put("retry", new JsonObject().put("min", 200).put("max", 1_000))
                                .put("limits", limits())
                                .put(
                                        "tokenExpires",
                                        Instant.now().plusSeconds(900).toString()));
    }

    private static JsonObject limits() {
        return new JsonObject()
                .put("messageBytes", 16_384)
                .put("messagesPerSecond", 20)
                .put("burst", 40)
                .put("commandsInFlight", 32);
    }

    private void hear(ServerWebSocket socket, JsonObject frame) {
        documented.said(frame);
        heard.add(frame);
        String type = frame.getString("t");
        if (type.equals("session.bye")) {
            var unused = socket.close((short) 1000);
        } else if (!silent && frame.containsKey("id")) {
            send(socket, replies.computeIfAbsent(frame.getString("id"), id -> reply(id, type, frame)));
        }
    }

    /** Reply to a command, which takes effect once, however often it is said. */
    private JsonObject reply(String id, String type, JsonObject frame) {
        JsonObject answer = commands.apply(type, frame.getJsonObject("d"));
        boolean refused = answer.containsKey("code");
        return new JsonObject()
                .put("t", "reply")
                .put("re", id)
                .put("ok", !refused)
                .put(refused ? "error" : "d", answer);
    }

    void push(String type, JsonObject d) {
        String next = position.incrementAndGet() + "-0";
        JsonObject frame = new JsonObject()
                .put("t", type)
                .put("id", UUID.randomUUID().toString())
                .put("pos", next)
                .put("ts", System.currentTimeMillis())
                .put("d", d.copy());
        if (type.equals("order.placed")) {
            frame.put("ack", true);
        }
        pushed.add(frame);
        open.forEach(socket -> send(socket, frame));
    }

    private void send(ServerWebSocket socket, JsonObject frame) {
        documented.said(frame);
        var unused = socket.writeTextMessage(frame.encode());
    }

    /** Closes every socket with a code. */
    void close(int code) {
        open.forEach(socket -> socket.close((short) code));
    }

    /** Whether commands are answered. */
    void silent(boolean next) {
        silent = next;
    }

    int connections() {
        return open.size();
    }

    /** Position of the last push. */
    String position() {
        return position.get() + "-0";
    }

    /** Frames of a type that were heard. */
    List<JsonObject> heard(String type) {
        return heard.stream().filter(frame -> type.equals(frame.getString("t"))).toList();
    }

    void reset() {
        close(1000);
        open.clear();
        heard.clear();
        pushed.clear();
        replies.clear();
        silent = false;
    }
}
