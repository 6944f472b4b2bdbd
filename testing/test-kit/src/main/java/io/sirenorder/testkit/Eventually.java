package io.sirenorder.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something to become true, as long as it takes and no longer than allowed. */
public record Eventually(Duration limit) {
    private static final Duration STEP = Duration.ofMillis(20);

    public static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /** Something that throws an {@link AssertionError} until it is true. */
    public interface Claim {
        void check() throws Exception;
    }

    /** Repeats the claim until it holds; at the limit its last failure is thrown. */
    public void that(Claim claim) {
        get(() -> {
            run(claim);
            return true;
        });
    }

    /** Repeats the claim until it holds, and returns what it found. */
    public <T> T get(Supplier<T> claim) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return claim.get();
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** Checks all the time that the claim goes on holding, until the limit. */
    public void stays(Claim claim) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            run(claim);
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static void run(Claim claim) {
        try {
            claim.check();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
