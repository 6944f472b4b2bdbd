package io.sirenorder.local.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Marks requests of any version of HTTP but 1.0 and 1.1 as invalid, so that they are answered like others that are. Vert.x
 * would answer 501 without a body, in that version.
 */
final class KnownVersions extends ChannelInboundHandlerAdapter {
    private static final String NAME = "siren-known-versions";
    /** Name of Vert.x' own place in a connection. */
    private static final String VERTX = "handler";

    /** Flaw of a request in another version. */
    static final class UnknownVersion extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private UnknownVersion(HttpVersion version) {
            super(version.text());
        }
    }

    /** Puts one into a new connection. */
    static void install(HttpConnection connection) {
        ((ConnectionBase) connection).channel().pipeline().addBefore(VERTX, NAME, new KnownVersions());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && isUnknown(request)) {
            request.setDecoderResult(DecoderResult.failure(flaw(request.protocolVersion())));
            request.setProtocolVersion(HttpVersion.HTTP_1_1); // of the answer
        }
        context.fireChannelRead(message);
    }

    private static IllegalArgumentException flaw(HttpVersion version) {
        return version.protocolName().equals(HttpVersion.HTTP_1_1.protocolName())
                ? new UnknownVersion(version)
                : new IllegalArgumentException(version.text());
    }

    /** Compares as Vert.x does: Netty makes another version of a name in lower case. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isUnknown(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        return request.decoderResult().isSuccess()
                && version != HttpVersion.HTTP_1_1
                && version != HttpVersion.HTTP_1_0;
    }
}
