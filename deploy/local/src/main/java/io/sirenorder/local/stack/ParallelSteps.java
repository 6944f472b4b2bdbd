package io.sirenorder.local.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Work on several parts at once. */
final class ParallelSteps {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Comes back when all are done, or as soon as one has failed. */
    void run(List<Supervisor> keepers, Consumer<Supervisor> work) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        CompletableFuture<?>[] all = keepers.stream()
                .map(keeper -> CompletableFuture.runAsync(() -> work.accept(keeper), threads)
                        .exceptionally(e -> fail(outcome, e)))
                .toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(all).thenRun(() -> outcome.complete(null));
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private static Void fail(CompletableFuture<Void> outcome, Throwable e) {
        outcome.completeExceptionally(e instanceof CompletionException wrapped ? wrapped.getCause() : e);
        return null;
    }

    /** Lets what runs come to its end, and takes nothing more. */
    void end() {
        threads.shutdown();
    }
}
