package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Gauges of the events that wait in the outbox and in the dead letters. */
@Startup
@ApplicationScoped
class FeedGauges {
    private static final String COUNT = """
            SELECT (SELECT pos FROM feed_head) AS head,
                   (SELECT count(*) FROM outbox_pending) AS pending,
                   (SELECT count(*) FROM dead_letters) AS waiting,
                   (SELECT count(*) FROM dead_letters WHERE state = 'PARKED') AS parked
            """;

    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final Pool pool;

    FeedGauges(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        meters.gauge("siren.outbox.pending", pending);
        meters.gauge("siren.dead.letters", waiting);
        meters.gauge("siren.dead.letters.parked", parked);
    }

    /**
     * @param head events in this service's feed since its beginning
     * @param outboxPending events that have no position yet
     * @param deadLetters events that wait because one of their stream failed
     * @param parked those of them that wait for an operator
     */
    record Counts(long head, long outboxPending, long deadLetters, long parked) {}

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return count().replaceWithVoid();
    }

    Uni<Counts> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> counts(rows.iterator().next()))
                .invoke(this::keep);
    }

    private static Counts counts(Row row) {
        return new Counts(row.getLong("head"), row.getLong("pending"), row.getLong("waiting"), row.getLong("parked"));
    }

    private void keep(Counts counts) {
        pending.set(counts.outboxPending());
        waiting.set(counts.deadLetters());
        parked.set(counts.parked());
    }
}
