package io.sirenorder.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Bounded waiting for processes. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(25);

    private Waiting() {}

    /** Something that may be interrupted. */
    interface Interruptible {
        void run() throws InterruptedException;
    }

    static void quietly(Interruptible wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the condition came true in time; false too when this thread was interrupted. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            quietly(() -> TimeUnit.NANOSECONDS.sleep(STEP.toNanos()));
        }
        return true;
    }

    /** Whether the process ended in time. */
    static boolean forEnd(ProcessHandle process, Duration limit) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        }
        return !process.isAlive();
    }
}
