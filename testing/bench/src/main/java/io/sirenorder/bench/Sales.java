package io.sirenorder.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The sums that stores finished beside the balances of their wallets, which are equal once all events have been applied. */
record Sales(long finishedKrw, long bookedKrw) {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Of stores that sold nothing before; waits until the books agree, half a minute at most. */
    static Sales of(List<TillDriver> counters) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Sales now = now(counters);
        while (!now.agree() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            now = now(counters);
        }
        return now;
    }

    private static Sales now(List<TillDriver> counters) {
        return new Sales(
                counters.stream().mapToLong(TillDriver::soldKrw).sum(),
                counters.stream()
                        .mapToLong(counter -> counter.merchant().balance())
                        .sum());
    }

    boolean agree() {
        return finishedKrw == bookedKrw;
    }
}
