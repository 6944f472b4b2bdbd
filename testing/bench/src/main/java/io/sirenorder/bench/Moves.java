package io.sirenorder.bench;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The sockets that the server closed, by code, and the time until each was open again. */
final class Moves {
    private static final int TOLD_TO_MOVE = 4000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Set<MovingSocket> open = ConcurrentHashMap.newKeySet();
    private final Set<MovingSocket> told = ConcurrentHashMap.newKeySet();
    private final Map<Integer, AtomicInteger> byCode = new ConcurrentSkipListMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longestGap = new AtomicLong();
    private final AtomicReference<Throwable> firstRefusal = new AtomicReference<>();

    void opened(MovingSocket socket) {
        open.add(socket);
    }

    void ended(MovingSocket socket, int code) {
        byCode.computeIfAbsent(code, first -> new AtomicInteger()).incrementAndGet();
        if (code == TOLD_TO_MOVE) {
            told.add(socket);
        }
    }

    void gap(long nanos) {
        longestGap.accumulateAndGet(nanos, Math::max);
    }

    /** An attempt to open it again failed, and will be repeated. */
    void refused(Throwable why) {
        refused.incrementAndGet();
        firstRefusal.compareAndSet(null, why);
    }

    /** Whether no socket ended but by being told to move, and either none of them was or each. */
    boolean allTold() {
        return Set.of(TOLD_TO_MOVE).containsAll(byCode.keySet()) && (told.isEmpty() || told.size() == open.size());
    }

    double longestAbsenceSeconds() {
        return longestGap.get() / NANOS_PER_SECOND;
    }

    void print(PrintWriter out) {
        out.printf(
                "sockets  %d open, %d of them told to move; ends by code %s; %d attempts refused, longest absence %.1f s%n",
                open.size(), told.size(), byCode, refused.get(), longestAbsenceSeconds());
        if (firstRefusal.get() != null) {
            out.println("first refusal: " + firstRefusal.get());
        }
        out.flush();
    }
}
