package io.sirenorder.kit.http;

import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Shows each request to {@link ForwardedAddresses}, {@link RefusalBody} and {@link BrokenBody} as soon as its head is read. It
 * stands between Vert.x and its tracer, which is shown each request before it is known whether the request is one; Quarkus
 * answers those that are none before any route, and leaves no other place.
 */
@Singleton
class EarlyRequests implements VertxOptionsCustomizer {
    /** Name of Vert.x' own place in a connection. */
    private static final String VERTX = "handler";

    private final HttpConfig config;

    EarlyRequests(HttpConfig config) {
        this.config = config;
    }

    @Override
    @SuppressWarnings("deprecation") // Quarkus builds Vert.x, and hands on options alone
    public void accept(VertxOptions options) {
        TracingOptions tracing = options.getTracingOptions();
        VertxTracerFactory factory =
                tracing == null || tracing.getFactory() == null ? VertxTracerFactory.NOOP : tracing.getFactory();
        TracingOptions traced = tracing == null ? new TracingOptions() : tracing;
        options.setTracingOptions(traced.setFactory(made -> witness(factory.tracer(made), config.proxies())));
    }

    @SuppressWarnings("unchecked") // Vert.x hands a tracer back only what that tracer made
    private static VertxTracer<Object, Object> witness(VertxTracer<?, ?> tracer, int proxies) {
        return new Witness((VertxTracer<Object, Object>) tracer, proxies);
    }

    private static void watch(HttpServerRequest request) {
        ChannelPipeline pipeline =
                ((ConnectionBase) request.connection()).channel().pipeline();
        RefusalBody.watch(pipeline, VERTX, request);
        BrokenBody.watch(pipeline, VERTX, request);
    }

    /** Shows each request around, and leaves tracing to the tracer. */
    private record Witness(VertxTracer<Object, Object> tracer, int proxies) implements VertxTracer<Object, Object> {
        @Override
        public <R> Object receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            if (request instanceof HttpServerRequest received) {
                ForwardedAddresses.keepTrusted(received, proxies);
                watch(received);
            }
            return tracer.receiveRequest(context, kind, policy, request, operation, headers, tags);
        }

        @Override
        public <R> void sendResponse(
                Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
            tracer.sendResponse(context, response, payload, failure, tags);
        }

        @Override
        public <R> Object sendRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                BiConsumer<String, String> headers,
                TagExtractor<R> tags) {
            return tracer.sendRequest(context, kind, policy, request, operation, headers, tags);
        }

        @Override
        public <R> void receiveResponse(
                Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
            tracer.receiveResponse(context, response, payload, failure, tags);
        }

        @Override
        public void close() {
            tracer.close();
        }
    }
}
