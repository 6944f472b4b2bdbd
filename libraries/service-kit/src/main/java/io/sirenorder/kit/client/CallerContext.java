package io.sirenorder.kit.client;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The Vert.x context of a request or a job, on which alone its database session may be used. */
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
