package io.sirenorder.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.arc.Arc;
import io.sirenorder.kit.problem.ProblemResponses;
import io.sirenorder.kit.problem.WrittenProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;

/**
 * Answers a request whose body stops being HTTP, a chunk without a size say, by a problem. Vert.x would close the connection
 * without a word. Nothing can be read on such a connection any more (RFC 9112, 7.1 and 11.2), so it lingers for the answer and is
 * closed. An answer that was given already, a refusal of the caller say, goes out before that.
 */
final class BrokenBody extends ChannelDuplexHandler {
    private HttpServerRequest asked;
    private boolean answered;
    private boolean broken;

    /** Puts one into the connection of this request before that handler, or shows the request to the one that is there. */
    static void watch(ChannelPipeline pipeline, String before, HttpServerRequest request) {
        Watcher.in(pipeline, before, BrokenBody.class, BrokenBody::new).ifPresent(there -> there.asked = request);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isBroken(message)) {
            broken = true;
            if (asked != null && !asked.method().equals(HttpMethod.HEAD)) {
                answer(context);
            }
            context.flush(); // closing would drop what was written and not sent
        }
        context.fireChannelRead(message);
    }

    /** A head that is broken has its answer elsewhere: {@link RefusalBody}. */
    private static boolean isBroken(Object message) {
        return message instanceof HttpContent part
                && !(message instanceof HttpMessage)
                && part.decoderResult().isFailure();
    }

    private void answer(ChannelHandlerContext context) {
        Arc.container()
                .instance(ProblemResponses.class)
                .get()
                .refused(
                        HttpResponseStatus.BAD_REQUEST.code(),
                        asked.uri(),
                        asked.getHeader(HttpHeaderNames.ACCEPT_LANGUAGE),
                        asked.getHeader(ProblemResponses.TRACEPARENT))
                .ifPresent(problem -> {
                    answered = true;
                    ChannelFuture unused = context.write(response(problem));
                });
    }

    private static FullHttpResponse response(WrittenProblem problem) {
        ByteBuf body = Unpooled.copiedBuffer(problem.body(), StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, body);
        problem.headers().forEach(response.headers()::set);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return response;
    }

    /** Drops all that the program still says of that request: it has no place after the answer. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (answered) {
            ReferenceCountUtil.release(message);
            written.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response && isFinal(response)) {
            asked = null;
        }
        ChannelFuture unused = context.write(message, written);
    }

    private static boolean isFinal(HttpResponse response) {
        return response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        Watcher.close(context, closed, broken);
    }
}
