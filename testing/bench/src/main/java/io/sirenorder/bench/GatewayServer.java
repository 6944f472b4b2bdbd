package io.sirenorder.bench;

import io.sirenorder.client.Buyer;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;

/** The gateway itself, past the front door; each socket of a buyer costs a ticket, as in a browser. */
final class GatewayServer implements PushServer {
    private static final String SUBPROTOCOL = "siren.v1";
    private static final int TICKET_CONNECTIONS = 32;
    private static final int NEVER_WAITING = -1;
    private static final int CREATED = 201;

    private final long pid;
    private final URI address;
    private final HttpClient http;

    GatewayServer(RunningStack stack, Vertx vertx) {
        this.pid = stack.processes().get("notification-gateway");
        this.address = URI.create(stack.service("gateway"));
        this.http = vertx.createHttpClient(
                new PoolOptions().setHttp1MaxSize(TICKET_CONNECTIONS).setMaxWaitQueueSize(NEVER_WAITING));
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public String recipientOf(Buyer buyer) {
        return "buyer:" + buyer.buyerId();
    }

    @Override
    public String channelOf(String recipient) {
        return new Mailbox(Recipient.fromString(recipient)).channel();
    }

    @Override
    public Future<Boolean> open(HeldSocket socket, WebSocketClient client) {
        return ticket(socket.token()).compose(ticket -> socket.open(client, at("?ticket=" + ticket, socket)));
    }

    private WebSocketConnectOptions at(String query, HeldSocket socket) {
        return new WebSocketConnectOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/ws/buyer" + query + socket.resumption())
                .addSubProtocol(SUBPROTOCOL);
    }

    private Future<String> ticket(String token) {
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(address.getHost())
                        .setPort(address.getPort())
                        .setURI("/ws-tickets")
                        .putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json"))
                .compose(request -> request.send("{}"))
                .compose(response -> response.body().map(body -> {
                    if (response.statusCode() != CREATED) {
                        throw new IllegalStateException("no ticket: " + response.statusCode() + " " + body);
                    }
                    return body.toJsonObject().getString("ticket");
                }));
    }
}
