package io.sirenorder.bench;

import io.sirenorder.client.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One call made over and over, so many at once, for some seconds. */
record CallLoop(Supplier<CompletableFuture<Answer>> call, int expected, int inFlight) {

    /**
     * The result of a loop.
     *
     * @param failed calls without the expected status
     */
    record Result(int done, int failed, double seconds, Latency latency) {
        double perSecond() {
            return done / seconds;
        }
    }

    Result run(String name, int seconds) {
        Latency latency = new Latency(name);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Semaphore free = new Semaphore(inFlight);
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
            free.acquireUninterruptibly();
            CompletableFuture<Void> unused = call.get().handle((answer, failure) -> {
                if (failure != null || answer.status() != expected) {
                    failed.incrementAndGet();
                } else {
                    latency.record(answer.took().toNanos());
                    done.incrementAndGet();
                }
                free.release();
                return null;
            });
        }
        free.acquireUninterruptibly(inFlight);
        return new Result(done.get(), failed.get(), (System.nanoTime() - start) / 1e9, latency);
    }
}
