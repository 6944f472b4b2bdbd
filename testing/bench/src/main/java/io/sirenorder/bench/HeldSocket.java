package io.sirenorder.bench;

import io.sirenorder.client.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.TimeUnit;

/** One client's socket: it remembers its place in the stream, counts its pushes and comes back from where it was. */
final class HeldSocket {
    private static final String PUSH = "{\"pos\":\"";
    private static final String WELCOME = "\"t\":\"session.welcome\"";
    private static final String MADE_AT = "\"ts\":";
    private static final int LONGEST_SECONDS = 30;

    private final String recipient;
    private final String token;
    private final PushTally tally;
    private volatile ClientWebSocket socket;
    private volatile String epoch;
    private volatile String pos;
    private volatile boolean open;
    private Promise<Boolean> welcome;

    HeldSocket(String recipient, String token, PushTally tally) {
        this.recipient = recipient;
        this.token = token;
        this.tally = tally;
    }

    String recipient() {
        return recipient;
    }

    String token() {
        return token;
    }

    boolean isOpen() {
        return open;
    }

    /** The part of the query that resumes; empty before the first welcome. */
    String resumption() {
        return epoch == null ? "" : "&epoch=" + epoch + "&pos=" + pos;
    }

    /** Opens it and waits for the welcome, half a minute at most: whether it went on exactly where it was. */
    Future<Boolean> open(WebSocketClient client, WebSocketConnectOptions address) {
        ClientWebSocket opening = client.webSocket();
        Promise<Boolean> welcomed = Promise.promise();
        welcome = welcomed;
        opening.exceptionHandler(this::fail).textMessageHandler(this::hear).closeHandler(closed -> {
            open = false;
            welcomed.tryFail("closed with " + opening.closeStatusCode());
        });
        return opening.connect(address).compose(connected -> {
            socket = opening;
            open = true;
            return welcomed.future().timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
        });
    }

    /** Opens it at a server that welcomes nobody. */
    Future<Boolean> openSilently(WebSocketClient client, WebSocketConnectOptions address) {
        ClientWebSocket opening = client.webSocket();
        opening.exceptionHandler(this::fail).textMessageHandler(tally::hear).closeHandler(closed -> open = false);
        return opening.connect(address).map(connected -> {
            socket = opening;
            open = true;
            return true;
        });
    }

    private void hear(String frame) {
        if (frame.startsWith(PUSH)) {
            pos = frame.substring(PUSH.length(), frame.indexOf('"', PUSH.length()));
            tally.hear(frame);
        } else if (frame.contains(WELCOME)) {
            var d = Json.parse(frame).path("d");
            epoch = d.path("epoch").asText();
            pos = d.path("pos").asText();
            welcome.tryComplete(d.path("resumed").asBoolean());
        }
    }

    /** A connection that its server dropped; it counts as no longer held. */
    private void fail(Throwable dropped) {
        open = false;
    }

    Future<Void> close() {
        return open ? socket.close() : Future.succeededFuture();
    }

    /** The time at which the push was made, epoch milliseconds. */
    static long madeAt(String frame) {
        int from = frame.indexOf(MADE_AT) + MADE_AT.length();
        return Long.parseLong(frame, from, frame.indexOf(',', from), 10);
    }
}
