package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What stays behind, counted for whoever is on call. */
@ApplicationScoped
class FeedVitals {
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM outbox_pending) AS pending,
                   (SELECT count(*) FROM dead_letters) AS waiting,
                   (SELECT count(*) FROM dead_letters WHERE state = 'PARKED') AS parked
            """;

    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final Pool pool;

    FeedVitals(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        meters.gauge("siren.outbox.pending", pending);
        meters.gauge("siren.dead.letters", waiting);
        meters.gauge("siren.dead.letters.parked", parked);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .invoke(rows -> keep(rows.iterator().next()))
                .replaceWithVoid();
    }

    private void keep(Row row) {
        pending.set(row.getLong("pending"));
        waiting.set(row.getLong("waiting"));
        parked.set(row.getLong("parked"));
    }
}
