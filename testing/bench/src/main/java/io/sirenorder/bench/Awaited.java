package io.sirenorder.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waits for what services do on their own. */
final class Awaited {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private Awaited() {}

    /** Asks until it is so; fails after half a minute. */
    static void until(BooleanSupplier question) {
        long start = System.nanoTime();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("not within half a minute");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
