package io.sirenorder.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts the pushes that arrived, and measures how long they took from their making. */
final class PushTally {
    private final LongAdder heard = new LongAdder();
    private volatile Latency lag = new Latency("made -> heard");

    void hear(String frame) {
        heard.increment();
        lag.record(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - HeldSocket.madeAt(frame)));
    }

    long heard() {
        return heard.sum();
    }

    /** Begins a new distribution and gives the one so far. */
    Latency takeLag(String next) {
        Latency taken = lag;
        lag = new Latency(next);
        return taken;
    }
}
