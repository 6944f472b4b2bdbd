package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes changes that are older than they are kept, a bounded number per run, where the service has a table of them. */
@ApplicationScoped
class ChangeRetention {
    static final Duration LEAST = Duration.ofDays(1826);
    private static final int MOST = 10_000;
    private static final String FORGET = "SELECT changes_forget(make_interval(secs => $1), $2) AS forgotten";

    private final Pool pool;
    private final Duration retention;
    private final Counter forgotten;

    ChangeRetention(Pool pool, ChangeConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.retention = config.retention();
        this.forgotten = meters.counter("siren.changes.forgotten");
    }

    void requireLongEnough(@Observes StartupEvent start) {
        requireLongEnough(retention);
    }

    /** Fails the start instead of each later run. */
    static void requireLongEnough(Duration retention) {
        if (retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("siren.changes.retention must be 1826 days at least, not " + retention);
        }
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return forget(retention, MOST)
                .invoke(count -> forgotten.increment(count))
                .replaceWithVoid();
    }

    /** Deletes the oldest that are older, so many at most; says how many. */
    Uni<Long> forget(Duration older, int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) older.toSeconds(), most))
                .map(rows -> rows.iterator().next().getLong("forgotten"));
    }
}
