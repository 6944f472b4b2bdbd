package io.sirenorder.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An order on its way.
 *
 * @param dueNanos when it should have begun, so that a driver that lags does not flatter the figures
 */
record Life(long dueNanos, long paidNanos, long amountKrw, CompletableFuture<Void> finished, AtomicBoolean heard) {

    Life(long dueNanos, long paidNanos, long amountKrw) {
        this(dueNanos, paidNanos, amountKrw, new CompletableFuture<>(), new AtomicBoolean());
    }

    /** A till may be told of an order twice; it counts once. */
    boolean firstTime() {
        return heard.compareAndSet(false, true);
    }
}
