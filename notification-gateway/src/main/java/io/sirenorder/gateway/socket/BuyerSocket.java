package io.sirenorder.gateway.socket;

import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;

/** The door of buyers. */
@WebSocket(path = "/ws/buyer", endpointId = "buyer", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class BuyerSocket {
    private final SocketLifecycle lifecycle;

    BuyerSocket(SocketLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        lifecycle.begin(connection);
    }

    @OnTextMessage
    @NonBlocking
    void received(WebSocketConnection connection, String text) {
        lifecycle.receive(connection, text);
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        lifecycle.end(connection);
    }

    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable failure) {
        lifecycle.fail(connection, failure);
    }
}
