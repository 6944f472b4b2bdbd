package io.sirenorder.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace that the present work belongs to, in the form of the W3C's {@code traceparent}. */
public final class TraceContext {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private TraceContext() {}

    /** The {@code traceparent} of the present work, or null if it belongs to no trace. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The id that a log and a problem show, or null if the present work belongs to no trace. */
    public static String traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** Begins the work of a request, in the trace of that {@code traceparent} or, without one, in a new trace. */
    @SuppressWarnings("MustBeClosedChecker") // the request's Vert.x context ends with the request
    static void begin(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        String trace = parts.matches() && TraceId.isValid(parts.group(1)) ? parts.group(1) : newTraceId();
        SpanContext context =
                SpanContext.create(trace, SpanId.fromLong(newHalf()), TraceFlags.getDefault(), TraceState.getDefault());
        Context.root().with(Span.wrap(context)).makeCurrent();
    }

    private static String newTraceId() {
        return TraceId.fromLongs(newHalf(), newHalf());
    }

    /** Never 0, which is no id. */
    private static long newHalf() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    /** Does work as part of the present trace or, if there is none, of that {@code traceparent} or else of a new trace. */
    public static <T> T runTraced(String traceparent, Supplier<T> work) {
        if (traceId() != null) {
            return work.get();
        }
        boolean known = span(traceparent).getSpanContext().isValid();
        return run(known ? traceparent : "00-" + newTraceId() + "-" + SpanId.fromLong(newHalf()) + "-00", work);
    }

    /** Does work as part of the trace; null or nonsense means none. */
    public static <T> T run(String traceparent, Supplier<T> work) {
        try (Scope scope = span(traceparent).makeCurrent()) {
            return work.get();
        }
    }

    /** Does asynchronous work as part of the trace, until it is done; null or nonsense means none. */
    @SuppressWarnings("MustBeClosedChecker") // closed when the work ends
    public static <T> Uni<T> follow(String traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Scope scope = span(traceparent).makeCurrent();
            return Uni.createFrom().deferred(work::get).onTermination().invoke(scope::close);
        });
    }

    private static Span span(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return parts.matches() ? Span.wrap(remote(parts)) : Span.getInvalid();
    }

    private static SpanContext remote(Matcher parts) {
        return SpanContext.createFromRemoteParent(
                parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault());
    }
}
