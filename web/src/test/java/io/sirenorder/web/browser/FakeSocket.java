package io.sirenorder.web.browser;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** The gateway's end of the tills' sockets: welcomes, pushes with rising positions, and remembers all that is said. */
final class FakeSocket {
    private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final BiFunction<String, JsonObject, JsonObject> commands;
    private final List<JsonObject> pushed = new CopyOnWriteArrayList<>();
    private final AtomicLong position = new AtomicLong(1);
    private volatile boolean silent;

    /** @param commands answers the reply's {@code d} by command and {@code d}, or null for no reply at all */
    FakeSocket(BiFunction<String, JsonObject, JsonObject> commands) {
        this.commands = commands;
    }

    /** @param since position of a client that is to hear what it missed; null for one that starts anew */
    void accept(ServerWebSocket socket, String since) {
        open.add(socket);
        socket.closeHandler(closed -> open.remove(socket));
        socket.textMessageHandler(text -> hear(socket, new JsonObject(text)));
        send(socket, welcome(since));
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
                                .put("limits", new JsonObject())
                                .put(
                                        "tokenExpires",
                                        Instant.now().plusSeconds(900).toString()));
    }

    private void hear(ServerWebSocket socket, JsonObject frame) {
        heard.add(frame);
        if (silent || !frame.containsKey("id")) {
            return;
        }
        JsonObject answer = commands.apply(frame.getString("t"), frame.getJsonObject("d"));
        if (answer != null) {
            JsonObject reply = new JsonObject().put("t", "reply").put("re", frame.getString("id"));
            boolean refused = answer.containsKey("code");
            send(socket, reply.put("ok", !refused).put(refused ? "error" : "d", answer));
        }
    }

    void push(String type, JsonObject d) {
        String next = position.incrementAndGet() + "-0";
        JsonObject frame = new JsonObject()
                .put("t", type)
                .put("id", UUID.randomUUID().toString())
                .put("pos", next)
                .put("ts", System.currentTimeMillis())
                .put("ack", type.equals("order.placed"))
                .put("d", d);
        pushed.add(frame);
        open.forEach(socket -> send(socket, frame));
    }

    private static void send(ServerWebSocket socket, JsonObject frame) {
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
        silent = false;
    }
}
