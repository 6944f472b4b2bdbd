package io.sirenorder.gateway.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** The TCP connection below one socket, with what websockets-next does not expose of it. */
public final class Wire {
    /**
     * The limits of one socket's frames.
     *
     * @param pendingBytes that may wait for a peer that does not read
     * @param controlPerSecond control frames and empty fragments
     */
    public record Limits(int messageBytes, long pendingBytes, int controlPerSecond, int controlBurst) {}

    private static final String VERTX_HANDLER = "handler";
    private static final String UTF8 = "siren-utf8";
    private static final String GUARD = "siren-guard";

    private final ConnectionBase connection;
    private final Channel channel;
    private volatile long readAt = System.nanoTime();
    private volatile long unwritableSince;
    private volatile Runnable onWritable = () -> {};
    private volatile IntConsumer onRefused = code -> {};

    private Wire(ConnectionBase connection) {
        this.connection = connection;
        this.channel = connection.channel();
    }

    /** Takes hold of the connection of an upgrade request that is about to be permitted. */
    public static Wire below(HttpServerRequest request, Limits limits) {
        Wire wire = new Wire((ConnectionBase) request.connection());
        ChannelPipeline pipeline = wire.channel.pipeline();
        if (pipeline.get(GUARD) != null) { // an earlier upgrade on this connection came to nothing
            pipeline.remove(GUARD);
            pipeline.remove(UTF8);
        }
        pipeline.addBefore(VERTX_HANDLER, UTF8, new Utf8FrameValidator(false));
        pipeline.addBefore(VERTX_HANDLER, GUARD, new FrameGuard(wire, limits));
        return wire;
    }

    /** Runs the task on the connection's event loop, in the order of calls: at once when already there. */
    public void run(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    /** The event loop that it lives on, as an executor. */
    public Executor loop() {
        return channel.eventLoop();
    }

    /**
     * Takes over from the HTTP server when the socket is open: its timer for silent connections goes, since sockets are
     * checked in rounds.
     */
    public void opened() {
        if (channel.pipeline().get(IdleStateHandler.class) != null) {
            channel.pipeline().remove(IdleStateHandler.class);
        }
    }

    /**
     * Writes one message of UTF-8 text, which must not change any more; on the event loop only, where Vert.x writes close
     * frames in the same order. A write that fails ends the connection.
     */
    public void write(byte[] text) {
        ChannelFuture unused =
                channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(text)), channel.voidPromise());
    }

    /** Asks the peer for a pong; on the event loop only. */
    public void ping() {
        ChannelFuture unused =
                channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER), channel.voidPromise());
    }

    /** Bytes accepted by us and not yet by the kernel; exact on the event loop only. */
    public long pendingBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    public boolean isConnected() {
        return channel.isActive();
    }

    /** False from 64 KiB of pending bytes on, until they have fallen to 32 KiB. */
    public boolean isWritable() {
        return channel.isWritable();
    }

    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - readAt);
    }

    public Duration congestion() {
        long since = unwritableSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Stops reading, so that the peer feels the back-pressure. */
    public void pause() {
        connection.doPause();
    }

    public void resume() {
        connection.doResume();
    }

    /** Sets the action to run when pending bytes have drained. */
    public void onWritable(Runnable action) {
        onWritable = action;
    }

    /** Sets the action to run, with the close code, when the guard has closed the socket. */
    public void onRefused(IntConsumer action) {
        onRefused = action;
    }

    /** Ends the connection after the given time, whether the peer has answered the close frame or reads at all. */
    public void cutAfter(Duration patience) {
        connection.getContext().setTimer(patience.toMillis(), timer -> cut());
    }

    /** From below Vert.x, which would first wait for what is pending to be written. */
    private void cut() {
        ChannelHandlerContext guard = channel.pipeline().context(GUARD);
        if (guard != null) { // else it is gone already
            ChannelFuture unused = guard.close();
        }
    }

    void stampRead() {
        readAt = System.nanoTime();
    }

    void stampWritability(boolean writable) {
        unwritableSince = writable ? 0 : System.nanoTime();
        if (writable) {
            onWritable.run();
        }
    }

    void refused(int code) {
        onRefused.accept(code);
    }
}
