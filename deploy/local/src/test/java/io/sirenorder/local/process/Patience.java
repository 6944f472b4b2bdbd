package io.sirenorder.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Bounded polling. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 20;

    private Patience() {}

    public static void until(Callable<Boolean> isSo) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (!isSo.call()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("still not so after " + LIMIT);
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS))
                    .join();
        }
    }
}
