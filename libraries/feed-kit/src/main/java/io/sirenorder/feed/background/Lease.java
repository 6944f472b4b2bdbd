package io.sirenorder.feed.background;

import io.sirenorder.kit.problem.Outage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time for which a replica has a row to itself. What became of the work has to be written while the lease lasts, for until
 * its end no other replica takes the row up.
 */
public record Lease(Vertx vertx, Duration length) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * Writes, and repeats it while the database is away, at most until the lease has run out; any other failure is passed on. A
     * write whose answer was lost is repeated too, so it has to be idempotent.
     */
    public <T> Uni<T> write(Supplier<Uni<T>> write) {
        return Uni.createFrom().deferred(write::get).onFailure(Outage::isBehind).recoverWithUni(away -> repeat(write));
    }

    /** Each attempt has a context, and so a database session, of its own: those of the attempt before are broken. */
    private <T> Uni<T> repeat(Supplier<Uni<T>> write) {
        return Uni.createFrom()
                .deferred(() -> OwnContext.run(vertx, write))
                .onFailure(Outage::isBehind)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(length.toMillis());
    }
}
