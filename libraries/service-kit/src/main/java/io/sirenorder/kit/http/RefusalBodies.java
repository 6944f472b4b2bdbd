package io.sirenorder.kit.http;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
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
 * Puts a {@link RefusalBody} into each connection as soon as its first request is read. It stands between Vert.x and its
 * tracer, which is shown each request before it is known whether the request is one; Quarkus answers those that are none
 * before any route, and leaves no other place. A list of forwarding addresses without a first one is left out there, too.
 */
@Singleton
class RefusalBodies implements VertxOptionsCustomizer {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    @Override
    @SuppressWarnings("deprecation") // Quarkus builds Vert.x, and hands on options alone
    public void accept(VertxOptions options) {
        TracingOptions tracing = options.getTracingOptions();
        VertxTracerFactory factory =
                tracing == null || tracing.getFactory() == null ? VertxTracerFactory.NOOP : tracing.getFactory();
        TracingOptions traced = tracing == null ? new TracingOptions() : tracing;
        options.setTracingOptions(traced.setFactory(made -> witness(factory.tracer(made))));
    }

    @SuppressWarnings("unchecked") // Vert.x hands a tracer back only what that tracer made
    private static VertxTracer<Object, Object> witness(VertxTracer<?, ?> tracer) {
        return new Witness((VertxTracer<Object, Object>) tracer);
    }

    /** Quarkus' proxy support would take the text before the first comma for an address, and fail at none. */
    private static void forgetNoAddress(HttpServerRequest request) {
        String addresses = request.getHeader(FORWARDED_FOR);
        if (addresses != null && addresses.split(",", 2)[0].isBlank()) {
            request.headers().remove(FORWARDED_FOR);
        }
    }

    /** Shows each connection to {@link RefusalBody}, and leaves tracing to the tracer. */
    private record Witness(VertxTracer<Object, Object> tracer) implements VertxTracer<Object, Object> {
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
                forgetNoAddress(received);
                RefusalBody.watch(received);
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
