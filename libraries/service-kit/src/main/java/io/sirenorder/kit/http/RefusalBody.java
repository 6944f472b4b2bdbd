package io.sirenorder.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives a problem as body to each refusal that Vert.x or Quarkus writes without one, before any route is asked: an address
 * that is no URI, a head that is no HTTP or too large. The connection then lingers, since closing it with unread bytes would
 * reset it and lose the answer.
 */
final class RefusalBody extends ChannelOutboundHandlerAdapter {
    private HttpServerRequest asked;
    private boolean refused;

    /** Puts one into the connection of this request before that handler, or shows the request to the one that is there. */
    static void watch(ChannelPipeline pipeline, String before, HttpServerRequest request) {
        Watcher.in(pipeline, before, RefusalBody.class, RefusalBody::new).ifPresent(there -> there.begin(request));
    }

    private void begin(HttpServerRequest request) {
        asked = request;
        refused = false;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        Object answer = message instanceof FullHttpResponse response && isBareRefusal(response)
                ? withBody(response).orElse(response)
                : message;
        ChannelFuture unused = context.write(answer, written);
        if (message instanceof HttpResponse response) {
            asked = null;
            if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                context.pipeline().remove(this);
            }
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise closed) {
        Watcher.close(context, closed, refused);
    }

    private boolean isBareRefusal(FullHttpResponse response) {
        return statusOf(response).codeClass() == HttpStatusClass.CLIENT_ERROR
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE)
                && asked != null
                && !asked.method().equals(HttpMethod.HEAD);
    }

    /** Vert.x says 501 of a version of HTTP that there is not, in the same version. */
    private static HttpResponseStatus statusOf(FullHttpResponse response) {
        return response.status().equals(HttpResponseStatus.NOT_IMPLEMENTED)
                ? HttpResponseStatus.BAD_REQUEST
                : response.status();
    }

    private Optional<FullHttpResponse> withBody(FullHttpResponse bare) {
        return Arc.container()
                .instance(ProblemResponses.class)
                .get()
                .refused(
                        statusOf(bare).code(),
                        asked.uri(),
                        asked.getHeader(HttpHeaderNames.ACCEPT_LANGUAGE),
                        asked.getHeader(ProblemResponses.TRACEPARENT))
                .map(refusal -> withBody(bare, refusal));
    }

    private FullHttpResponse withBody(FullHttpResponse bare, WrittenProblem refusal) {
        refused = true;
        ByteBuf body = Unpooled.copiedBuffer(refusal.body(), StandardCharsets.UTF_8);
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, statusOf(bare), body);
        answer.headers().add(bare.headers());
        refusal.headers().forEach(answer.headers()::set);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        if (!bare.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        ReferenceCountUtil.release(bare);
        return answer;
    }
}
