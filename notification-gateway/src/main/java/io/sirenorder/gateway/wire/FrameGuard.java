package io.sirenorder.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.RateLimit;
import java.time.Duration;

/**
 * Inspects every frame before Vert.x: records the time, counts control frames and empty fragments against their limit, and
 * answers violations with the close code of RFC 6455, where Vert.x would cut the connection without one.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    private static final WebSocketCloseStatus RATE_LIMITED =
            new WebSocketCloseStatus(CloseReason.RATE_LIMITED.code(), CloseReason.RATE_LIMITED.text());
    private static final Duration LINGER = Duration.ofSeconds(1);
    /** Codes above it have no meaning (RFC 6455, 7.4); Netty knows only those below as forbidden. */
    private static final int GREATEST_CLOSE_CODE = 4999;

    private final Wire wire;
    private final Wire.Limits limits;
    private final RateLimit control;
    private int messageBytes;
    private boolean refused;

    FrameGuard(Wire wire, Wire.Limits limits) {
        this.wire = wire;
        this.limits = limits;
        this.control = new RateLimit(limits.controlPerSecond(), limits.controlBurst(), System.nanoTime());
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
        if (frame instanceof CloseWebSocketFrame && closeCode(frame.content()) > GREATEST_CLOSE_CODE) {
            return WebSocketCloseStatus.PROTOCOL_ERROR;
        }
        if (isCheap(frame) && !control.admits(System.nanoTime())) {
            return RATE_LIMITED;
        }
        if (wire.pendingBytes() > limits.pendingBytes()) { // pongs to a peer that pings and never reads
            return WebSocketCloseStatus.POLICY_VIOLATION;
        }
        if (frame instanceof TextWebSocketFrame) {
            messageBytes = frame.content().readableBytes();
        } else if (frame instanceof ContinuationWebSocketFrame) {
            messageBytes += frame.content().readableBytes();
        }
        return messageBytes > limits.messageBytes() ? WebSocketCloseStatus.MESSAGE_TOO_BIG : null;
    }

    /** The code of a close frame, 0 where it has none; Netty reads those from 32768 on as negative. */
    private static int closeCode(ByteBuf payload) {
        return payload.readableBytes() < Short.BYTES ? 0 : payload.getUnsignedShort(payload.readerIndex());
    }

    /** Costs its sender nothing, and is not counted as a message. */
    private static boolean isCheap(WebSocketFrame frame) {
        return frame instanceof PingWebSocketFrame
                || frame instanceof PongWebSocketFrame
                || frame.content().readableBytes() == 0;
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
