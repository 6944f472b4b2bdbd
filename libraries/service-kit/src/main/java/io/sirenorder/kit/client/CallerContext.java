package io.sirenorder.kit.client;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Where a request or a job runs: its own context, which alone may use its database session. */
public final class CallerContext {
    private CallerContext() {}

    /**
     * Comes back here with the answer: a REST client reads refusals on a thread of its own, a time-out strikes on
     * another, and what several wait for arrives where the first of them is.
     */
    public static <T> Uni<T> after(Uni<T> asked) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? asked : asked.emitOn(task -> here.runOnContext(ignored -> task.run()));
        });
    }
}
