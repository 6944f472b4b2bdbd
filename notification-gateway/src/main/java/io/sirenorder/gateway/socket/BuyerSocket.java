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
    private final SocketLifecycle conversations;

    BuyerSocket(SocketLifecycle conversations) {
        this.conversations = conversations;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        conversations.begin(connection);
    }

    @OnTextMessage
    @NonBlocking
    void heard(WebSocketConnection connection, String text) {
        conversations.hear(connection, text);
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        conversations.end(connection);
    }

    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable failure) {
        conversations.fail(connection, failure);
    }
}
