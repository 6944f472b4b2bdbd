package io.sirenorder.store.order;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Two things done at the same moment. */
final class Together {
    private Together() {}

    static <T> List<T> both(Supplier<T> one, Supplier<T> other) {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<T> first = CompletableFuture.supplyAsync(() -> after(start, one), threads);
            CompletableFuture<T> second = CompletableFuture.supplyAsync(() -> after(start, other), threads);
            return List.of(first.join(), second.join());
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T after(CyclicBarrier start, Supplier<T> deed) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return deed.get();
    }
}
