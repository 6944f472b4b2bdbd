package io.sirenorder.local.proxy;

import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a request's body after its answer: read and dropped, so that the next request on the same connection is not
 * held up behind it (RFC 9112, 9.3). A caller that sends more than a body may hold loses its connection, as one does that was told
 * so in the answer.
 */
final class UnreadBody {
    static final long LARGEST_BODY = 1 << 20;

    private final HttpServerRequest request;
    private long dropped;

    private UnreadBody(HttpServerRequest request) {
        this.request = request;
    }

    /** Drops the rest of a body once the answer has ended, whoever answered. */
    static void dropAfterAnswer(HttpServerRequest request) {
        request.response().endHandler(sent -> new UnreadBody(request).drop());
    }

    private void drop() {
        if (request.isEnded()) {
            closeWhereAnnounced();
            return;
        }
        request.handler(part -> {
            dropped += part.length();
            if (dropped > LARGEST_BODY) {
                request.connection().close();
            }
        });
        request.endHandler(read -> closeWhereAnnounced());
        request.resume();
    }

    private void closeWhereAnnounced() {
        if ("close".equals(request.response().headers().get("Connection"))) {
            request.connection().close();
        }
    }
}
