package io.sirenorder.gateway.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.Dependent;

/**
 * Keeps the HTTP server from two things with sockets: to compress (150 KB of memory per connection), or to wait long for a close
 * frame to be answered.
 */
@Dependent
class ServerOptions implements HttpServerOptionsCustomizer {
    private static final int CLOSING_TIMEOUT_SECONDS = 3;
    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    private static final int BACKLOG = 4096;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private static void customize(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_TIMEOUT_SECONDS)
                .setAcceptBacklog(BACKLOG)
                .setSendBufferSize(SEND_BUFFER_BYTES);
    }
}
