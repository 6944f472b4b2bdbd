package io.sirenorder.local.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import io.vertx.core.streams.Pipe;
import java.util.Queue;

/** One WebSocket through the door: after the upgrade, bytes in both directions as fast as the slower end reads. */
final class Tunnel {
    private static final int SWITCHING_PROTOCOLS = 101;

    private final HttpServerRequest in;
    private final String requestId;
    private final HttpClient client;

    /**
     * Makes a tunnel to be.
     *
     * @param client one of its own: a connection that was upgraded never returns to its pool
     */
    Tunnel(HttpServerRequest in, String requestId, HttpClient client) {
        this.in = in;
        this.requestId = requestId;
        this.client = client;
    }

    void begin(Queue<Instance> candidates) {
        in.pause();
        askNext(candidates);
    }

    private void askNext(Queue<Instance> candidates) {
        Instance instance = candidates.poll();
        if (instance == null) {
            Refusal.SERVICE_UNAVAILABLE.answer(in, requestId);
            return;
        }
        client.request(FrontDoor.target(in, instance)).onSuccess(this::upgrade).onFailure(down -> {
            instance.failed();
            askNext(candidates);
        });
    }

    private void upgrade(HttpClientRequest out) {
        Headers.pass(in.headers(), out.headers());
        Headers.introduce(in, out.headers(), requestId);
        Headers.passUpgrade(in.headers(), out.headers());
        in.response().closeHandler(gone -> out.reset());
        out.exceptionHandler(broken -> Refusal.BROKEN_ANSWER.answer(in, requestId));
        out.connect().onSuccess(this::answered).onFailure(e -> Refusal.BROKEN_ANSWER.answer(in, requestId));
    }

    private void answered(HttpClientResponse answer) {
        HttpServerResponse response = in.response();
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        Headers.pass(answer.headers(), response.headers());
        response.putHeader(Headers.REQUEST_ID, requestId);
        if (answer.statusCode() == SWITCHING_PROTOCOLS) {
            Headers.passUpgrade(answer.headers(), response.headers());
            join(answer.netSocket());
        } else {
            response.setChunked(answer.getHeader("Transfer-Encoding") != null);
            answer.pipe()
                    .endOnFailure(false)
                    .to(response)
                    .onFailure(broken -> in.connection().close());
        }
    }

    private void join(NetSocket service) {
        Pipe<Buffer> down = service.pipe().endOnFailure(true);
        in.toNetSocket()
                .onSuccess(caller -> {
                    down.to(caller).onComplete(over -> caller.close());
                    caller.pipe().endOnFailure(true).to(service).onComplete(over -> service.close());
                })
                .onFailure(gone -> service.close());
    }
}
