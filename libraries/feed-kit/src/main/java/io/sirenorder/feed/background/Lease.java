package io.sirenorder.feed.background;

import io.sirenorder.kit.problem.Outage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The time for which a replica has a row to itself. It is short and renewed while the work lasts, so that other replicas soon take
 * up what a dead one has left; and what became of the work is written before it ends.
 */
public record Lease(Vertx vertx, Duration length) {
    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final int RENEWALS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Does the work, and meanwhile renews the lease, four times in its length; a renewal that fails is left to the next. */
    public <T> Uni<T> hold(Supplier<Uni<Void>> renewal, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            long timer = vertx.setPeriodic(length.toMillis() / RENEWALS, fired -> renew(renewal));
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> vertx.cancelTimer(timer));
        });
    }

    private void renew(Supplier<Uni<Void>> renewal) {
        OwnContext.run(vertx, renewal)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("a lease could not be renewed: %s", failure.getMessage()));
    }

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
