package io.sirenorder.feed.background;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a task at once, or at the end of a gap if it ran within that gap before; all calls in between are one. So the
 * first call after a pause is not delayed, and many calls share a run.
 */
public final class Throttle {
    private final Vertx vertx;
    private final long gapNanos;
    private final Runnable task;
    private final AtomicLong ranAt;
    private final AtomicBoolean waiting = new AtomicBoolean();

    public Throttle(Vertx vertx, Duration gap, Runnable task) {
        this.vertx = vertx;
        this.gapNanos = gap.toNanos();
        this.task = task;
        this.ranAt = new AtomicLong(System.nanoTime() - gapNanos);
    }

    public void run() {
        long left = gapNanos - (System.nanoTime() - ranAt.get());
        if (left <= 0) {
            go();
        } else if (waiting.compareAndSet(false, true)) {
            vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)), fired -> {
                waiting.set(false);
                go();
            });
        }
    }

    private void go() {
        ranAt.set(System.nanoTime());
        task.run();
    }
}
