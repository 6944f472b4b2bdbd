package io.sirenorder.bench;

import io.sirenorder.client.Buyer;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocketClient;

/** A server whose sockets are pushed to: the gateway, or the reference beside it. */
interface PushServer {
    /** The server's process, whose CPU time and memory are measured. */
    long pid();

    /** The recipient of a buyer's messages here: each server has its own, so that neither resumes from the other's pushes. */
    String recipientOf(Buyer buyer);

    /** The channel on which it hears the messages of a recipient. */
    String channelOf(String recipient);

    /** Opens a socket, and says whether it went on exactly from where it was. */
    Future<Boolean> open(HeldSocket socket, WebSocketClient client);
}
