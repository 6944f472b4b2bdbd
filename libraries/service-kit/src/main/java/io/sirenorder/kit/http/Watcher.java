package io.sirenorder.kit.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Places handlers that watch the requests of a connection, one of each type, and closes the connection, late where an answer is to be read. */
final class Watcher {
    private static final long LINGER_MILLIS = 1_000;

    private Watcher() {}

    /** The handler of that type in the connection, put there before another one if it is new; empty where that one is gone. */
    static <T extends ChannelHandler> Optional<T> in(
            ChannelPipeline pipeline, String before, Class<T> type, Supplier<T> maker) {
        T there = pipeline.get(type);
        if (there == null && pipeline.get(before) != null) {
            there = maker.get();
            pipeline.addBefore(before, type.getName(), there);
        }
        return Optional.ofNullable(there);
    }

    /** Closes the connection, after a while in which the caller can read its answer if it lingers. */
    static void close(ChannelHandlerContext context, ChannelPromise closed, boolean lingers) {
        if (lingers) {
            Future<?> unused =
                    context.executor().schedule(() -> end(context, closed), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            end(context, closed);
        }
    }

    private static void end(ChannelHandlerContext context, ChannelPromise closed) {
        ChannelFuture unused = context.close(closed);
    }
}
