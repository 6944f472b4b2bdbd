package io.sirenorder.local.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Answers a request whose body stops being HTTP, a chunk without a size say, before Vert.x closes its connection without a
 * word. An answer that has begun stays as it is.
 */
final class BrokenChunks extends ChannelInboundHandlerAdapter {
    private static final String NAME = "siren-broken-chunks";
    /** Name of Vert.x' own place in a connection. */
    private static final String VERTX = "handler";

    private HttpServerRequest asked;
    private String requestId;

    /** Puts one into a new connection. */
    static void install(HttpConnection connection) {
        pipeline(connection).addBefore(VERTX, NAME, new BrokenChunks());
    }

    /** Shows a request to the one in its connection. */
    static void watch(HttpServerRequest request, String requestId) {
        BrokenChunks there = pipeline(request.connection()).get(BrokenChunks.class);
        there.asked = request;
        there.requestId = requestId;
    }

    private static ChannelPipeline pipeline(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().pipeline();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isBroken(message)) {
            if (asked != null && !asked.response().headWritten()) {
                Refusal.INVALID_REQUEST.answer(asked, requestId);
            }
            context.flush(); // closing would drop what was written and not sent
        }
        context.fireChannelRead(message);
    }

    private static boolean isBroken(Object message) {
        return message instanceof HttpContent part
                && !(message instanceof HttpMessage)
                && part.decoderResult().isFailure();
    }
}
