package io.sirenorder.bench;

import io.sirenorder.client.Buyer;
import io.sirenorder.client.PortOne;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One bounded run: it stops by itself, and then waits for what is under way. */
final class Load {
    private static final int MOST_IN_FLIGHT = 2_000;

    private final List<TillDriver> counters;
    private final List<Buyer> buyers;
    private final PortOne portone;
    private final ArrivalRate pace;
    private final SplittableRandom random;
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();
    private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
    private final Semaphore free;
    private final int slots;

    Load(List<TillDriver> counters, List<Buyer> buyers, PortOne portone, ArrivalRate pace, SplittableRandom random) {
        this.counters = counters;
        this.buyers = buyers;
        this.portone = portone;
        this.pace = pace;
        this.random = random;
        this.slots = pace instanceof ArrivalRate.Closed closed ? closed.inFlight() : MOST_IN_FLIGHT;
        this.free = new Semaphore(slots);
    }

    Outcome run(int seconds) {
        return run(seconds, () -> false);
    }

    /** Ends sooner when it is enough. */
    Outcome run(int seconds, BooleanSupplier enough) {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        int begun = 0;
        for (long due = start; due < end && !enough.getAsBoolean(); due = dueOf(++begun, start)) {
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            free.acquireUninterruptibly();
            begin(due);
        }
        free.acquireUninterruptibly(slots);
        double took = (System.nanoTime() - start) / 1e9;
        counters.forEach(TillDriver::close);
        return new Outcome(begun, finished.get(), failed.get(), overdue.get(), took, firstFailure.get());
    }

    private long dueOf(int order, long start) {
        return pace instanceof ArrivalRate.Open open ? start + (long) (order * 1e9 / open.rate()) : System.nanoTime();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // counted when it ends
    private void begin(long due) {
        TillDriver counter = counters.get(random.nextInt(counters.size()));
        Buyer buyer = buyers.get(random.nextInt(buyers.size()));
        CompletableFuture<Void> order = counter.serve(buyer, portone, due);
        order.whenComplete((done, error) -> {
            if (error == null) {
                finished.incrementAndGet();
            } else {
                failed.incrementAndGet();
                overdue.addAndGet(error instanceof TimeoutException ? 1 : 0);
                firstFailure.compareAndSet(null, error);
            }
            free.release();
        });
    }
}
