package io.sirenorder.bench;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits of the driver's main thread for what Vert.x does on its own. */
final class Blocking {
    private static final int LONGEST_SECONDS = 60;

    private Blocking() {}

    /** The result; fails after a minute. */
    static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
