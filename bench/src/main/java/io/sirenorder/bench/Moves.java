package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How sockets ended that nobody here closed, and how long until each was open again. */
final class Moves {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Integer, AtomicInteger> byCode = new ConcurrentSkipListMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longestGap = new AtomicLong();
    private final AtomicReference<Throwable> firstRefusal = new AtomicReference<>();

    void count(int code) {
        byCode.computeIfAbsent(code, first -> new AtomicInteger()).incrementAndGet();
    }

    void gap(long nanos) {
        longestGap.accumulateAndGet(nanos, Math::max);
    }

    /** An attempt to open it again failed, and will be repeated. */
    void refused(Throwable why) {
        refused.incrementAndGet();
        firstRefusal.compareAndSet(null, why);
    }

    void print(PrintWriter out) {
        out.printf(
                "sockets  ended by code %s, %d attempts refused, longest gap %.1f s%n",
                byCode, refused.get(), longestGap.get() / NANOS_PER_SECOND);
        if (firstRefusal.get() != null) {
            out.println("first refusal: " + firstRefusal.get());
        }
        out.flush();
    }
}
