package io.sirenorder.gateway.wire;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/**
 * Sees every frame before Vert.x does: stamps the time, and answers what the protocol forbids with the close code that
 * RFC 6455 has for it, where Vert.x would cut the connection without a word.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Wire wire;
    private final int maxMessageBytes;
    private final long maxPendingBytes;
    private int messageBytes;
    private boolean refused;

    FrameGuard(Wire wire, int maxMessageBytes, long maxPendingBytes) {
        this.wire = wire;
        this.maxMessageBytes = maxMessageBytes;
        this.maxPendingBytes = maxPendingBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        wire.stampRead();
        WebSocketCloseStatus objection = message instanceof WebSocketFrame frame ? objectionTo(frame) : null;
        if (objection != null) {
            refuse(context, objection);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        wire.stampWritability(context.channel().isWritable());
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            refuse(context, corrupted.closeStatus());
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private WebSocketCloseStatus objectionTo(WebSocketFrame frame) {
        if (frame instanceof BinaryWebSocketFrame) {
            return WebSocketCloseStatus.INVALID_MESSAGE_TYPE;
        }
        if (wire.pendingBytes() > maxPendingBytes) { // pongs to a peer that pings and never reads
            return WebSocketCloseStatus.POLICY_VIOLATION;
        }
        if (frame instanceof TextWebSocketFrame) {
            messageBytes = frame.content().readableBytes();
        } else if (frame instanceof ContinuationWebSocketFrame) {
            messageBytes += frame.content().readableBytes();
        }
        return messageBytes > maxMessageBytes ? WebSocketCloseStatus.MESSAGE_TOO_BIG : null;
    }

    /** Lingers, since closing at once with unread bytes in the kernel would reset the connection and lose the code. */
    private void refuse(ChannelHandlerContext context, WebSocketCloseStatus status) {
        if (!refused) {
            refused = true;
            ChannelFuture unused = context.writeAndFlush(new CloseWebSocketFrame(status));
            wire.cutAfter(LINGER);
            wire.refused(status.code());
        }
    }
}
