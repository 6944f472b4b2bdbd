package io.sirenorder.bench;

import io.sirenorder.client.Answer;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** People who only ask, in turn and all the while, so that no service goes unasked; every answer should be a good one. */
final class Visitors implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;
    private static final int FIRST_BAD_STATUS = 400;

    private final List<Supplier<CompletableFuture<Answer>>> questions;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> firstFailure = new AtomicReference<>();

    private Visitors(List<Supplier<CompletableFuture<Answer>>> questions) {
        this.questions = questions;
    }

    static Visitors asking(List<Supplier<CompletableFuture<Answer>>> questions) {
        Visitors visitors = new Visitors(questions);
        var unused = visitors.clock.scheduleAtFixedRate(visitors::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return visitors;
    }

    private void ask() {
        var unused = questions
                .get(asked.getAndIncrement() % questions.size())
                .get()
                .whenComplete((answer, error) -> {
                    if (error != null || answer.status() >= FIRST_BAD_STATUS) {
                        failed.incrementAndGet();
                        firstFailure.compareAndSet(null, String.valueOf(error != null ? error : answer));
                    }
                });
    }

    int failed() {
        return failed.get();
    }

    void print(PrintWriter out) {
        out.printf("visitors %d requests, %d failed%n", asked.get(), failed.get());
        if (firstFailure.get() != null) {
            out.println("first failure: " + firstFailure.get());
        }
    }

    /** Asks no more; the last answers may still come. */
    @Override
    public void close() {
        clock.shutdown();
    }
}
