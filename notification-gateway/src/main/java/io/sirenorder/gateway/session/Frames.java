package io.sirenorder.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The frames that the gateway itself says. */
public final class Frames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int RECONNECT_MIN_MILLIS = 500;
    private static final int RECONNECT_MAX_MILLIS = 20_000;
    private static final int GRACE_MILLIS = 10_000;

    private Frames() {}

    public static String welcome(
            Session session, boolean resumed, StreamPosition reached, SocketConfig config, Instant now) {
        ObjectNode frame = head("session.welcome");
        frame.put("ts", now.toEpochMilli());
        ObjectNode d = frame.putObject("d");
        d.put("session", session.id()).put("resumed", resumed);
        d.put("epoch", reached.epoch()).put("pos", reached.pos()).put("serverTime", now.toString());
        d.putObject("heartbeat")
                .put(
                        "interval",
                        config.of(session.principal().kind()).pingEvery().toMillis())
                .put("grace", GRACE_MILLIS);
        d.putObject("retry").put("min", RECONNECT_MIN_MILLIS).put("max", RECONNECT_MAX_MILLIS);
        d.putObject("limits")
                .put("messageBytes", config.maxMessageBytes())
                .put("messagesPerSecond", config.messagesPerSecond())
                .put("burst", config.burst())
                .put("commandsInFlight", config.commandsInFlight());
        d.put("tokenExpires", session.principal().expiresAt().toString());
        return frame.toString();
    }

    /** Missed messages are no longer known; the client loads the state over REST. */
    public static String reset(String reason) {
        return withData("session.reset", JSON.objectNode().put("reason", reason));
    }

    public static String expiring(Instant at) {
        return withData("session.expiring", JSON.objectNode().put("tokenExpires", at.toString()));
    }

    public static String draining(long windowMillis) {
        ObjectNode d = JSON.objectNode();
        d.putArray("reconnectIn").add(0).add(windowMillis);
        return withData("session.draining", d);
    }

    public static String heartbeat(Instant now) {
        return head("hb").put("ts", now.toEpochMilli()).toString();
    }

    /** A command done; {@code d} may be null. */
    public static String done(String command, JsonNode d) {
        ObjectNode frame = head("reply").put("re", command).put("ok", true);
        if (d != null && !d.isNull()) {
            frame.set("d", d);
        }
        return frame.toString();
    }

    /** A command not done. */
    public static String failed(String command, SocketError trouble) {
        ObjectNode frame = head("reply").put("re", command).put("ok", false);
        frame.set("error", trouble.toJson());
        return frame.toString();
    }

    /** A frame that could not be understood or was not allowed; {@code re} names it if it had an id. */
    public static String error(String re, SocketError trouble) {
        ObjectNode frame = head("error");
        if (re != null) {
            frame.put("re", re);
        }
        frame.set("error", trouble.toJson());
        return frame.toString();
    }

    private static String withData(String type, ObjectNode d) {
        ObjectNode frame = head(type);
        frame.set("d", d);
        return frame.toString();
    }

    private static ObjectNode head(String type) {
        return JSON.objectNode().put("t", type);
    }
}
