package io.sirenorder.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Asks again until the claim holds, for ten seconds at most. */
final class Polling {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Polling() {}

    static void until(Runnable claim) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                claim.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
