package io.sirenorder.local.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Queue;
import java.util.concurrent.TimeoutException;

/** One request on its way through the door, and its answer on the way back. */
final class Exchange {
    private final HttpServerRequest in;
    private final String requestId;
    private final HttpClient client;
    private long received;

    Exchange(HttpServerRequest in, String requestId, HttpClient client) {
        this.in = in;
        this.requestId = requestId;
        this.client = client;
    }

    void begin(Queue<Instance> candidates) {
        in.pause();
        if (declaredLength() > UnreadBody.LARGEST_BODY) {
            refuse(Refusal.BODY_TOO_LARGE);
        } else {
            askNext(candidates);
        }
    }

    private long declaredLength() {
        String length = in.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private void askNext(Queue<Instance> candidates) {
        Instance instance = candidates.poll();
        if (instance == null) {
            refuse(Refusal.SERVICE_UNAVAILABLE);
            return;
        }
        client.request(FrontDoor.target(in, instance)).onSuccess(this::ask).onFailure(down -> {
            instance.failed();
            askNext(candidates);
        });
    }

    private void ask(HttpClientRequest out) {
        Headers.pass(in.headers(), out.headers());
        Headers.introduce(in, out.headers(), requestId);
        in.response().closeHandler(gone -> out.reset());
        out.exceptionHandler(this::refuse);
        out.response().onSuccess(answer -> relay(answer, out)).onFailure(this::refuse);
        sendBody(out);
    }

    private void sendBody(HttpClientRequest out) {
        out.setChunked(in.getHeader("Content-Length") == null && in.getHeader("Transfer-Encoding") != null);
        in.handler(part -> pump(part, out));
        in.endHandler(end -> out.end());
        if (Headers.asksToGoOn(in)) {
            in.response().writeContinue();
        }
        in.resume();
    }

    private void pump(Buffer part, HttpClientRequest out) {
        received += part.length();
        if (received > UnreadBody.LARGEST_BODY) {
            in.handler(discarded -> {}).endHandler(null);
            refuse(Refusal.BODY_TOO_LARGE);
            out.reset();
            return;
        }
        out.write(part);
        if (out.writeQueueFull()) {
            in.pause();
            out.drainHandler(drained -> in.resume());
        }
    }

    private void relay(HttpClientResponse answer, HttpClientRequest out) {
        HttpServerResponse response = in.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        response.setChunked(answer.getHeader("Transfer-Encoding") != null);
        Headers.pass(answer.headers(), response.headers());
        response.putHeader(Headers.REQUEST_ID, requestId);
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(done -> giveUpUnlessSent(out))
                .onFailure(broken -> in.connection().close());
    }

    /** Ends the connection to a service that answered before it had the whole body: its next request would wait behind the rest. */
    private void giveUpUnlessSent(HttpClientRequest out) {
        if (!in.isEnded()) {
            in.endHandler(null);
            out.reset();
        }
    }

    private void refuse(Throwable broken) {
        refuse(broken instanceof TimeoutException ? Refusal.NO_ANSWER_IN_TIME : Refusal.BROKEN_ANSWER);
    }

    private void refuse(Refusal refusal) {
        refusal.answer(in, requestId);
    }
}
