package io.sirenorder.store.hold;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.CheckoutId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts holds, and proves each minute that stock and slots have exactly what holds took. */
@Startup
@ApplicationScoped
class HoldMetrics {
    private static final Logger LOG = Logger.getLogger(HoldMetrics.class);
    /** One statement, so one picture: begun slots are left out, since orders that end late give nothing back to them. */
    private static final String DIFFERENCES = """
            SELECT (SELECT count(*) FROM holds WHERE status = 'HELD'),
                   (SELECT count(*) FROM store_stock s
                    LEFT JOIN (SELECT h.store_id, l.menu_item_id, sum(l.amount) AS n
                               FROM holds h JOIN hold_lines l USING (checkout_id)
                               WHERE h.status = 'HELD' AND l.menu_item_id IS NOT NULL
                               GROUP BY h.store_id, l.menu_item_id) taken USING (store_id, menu_item_id)
                    WHERE s.held <> coalesce(taken.n, 0)),
                   (SELECT count(*) FROM kitchen_slots k
                    LEFT JOIN (SELECT h.store_id, l.slot_at, sum(l.amount) AS n
                               FROM hold_lines l JOIN holds h USING (checkout_id)
                               WHERE l.slot_at > now() AND h.status IN ('HELD', 'COMMITTED')
                               GROUP BY h.store_id, l.slot_at) taken
                           ON taken.store_id = k.store_id AND taken.slot_at = k.starts_at
                    WHERE k.starts_at > now() AND k.units <> coalesce(taken.n, 0))
            """;

    private static final String FORGET_LINES = """
            DELETE FROM hold_lines WHERE checkout_id IN (
                SELECT checkout_id FROM holds
                WHERE status IN ('RELEASED', 'RETURNED') AND ended_at < now() - interval '90 days' LIMIT 5000)
            """;
    private static final String FORGET_HOLDS = """
            DELETE FROM holds h WHERE status IN ('RELEASED', 'RETURNED') AND ended_at < now() - interval '90 days'
              AND NOT EXISTS (SELECT 1 FROM hold_lines l WHERE l.checkout_id = h.checkout_id)
            """;
    private static final String FORGET_SLOTS = "DELETE FROM kitchen_slots WHERE starts_at < now() - interval '90 days'";

    private final Pool pool;
    private final MeterRegistry meters;
    private final Counter lost;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong stockDifferences = new AtomicLong();
    private final AtomicLong slotDifferences = new AtomicLong();

    HoldMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
        lost = meters.counter("siren.holds.lost");
        Gauge.builder("siren.holds", open, AtomicLong::get)
                .tag("status", HoldStatus.HELD.name())
                .register(meters);
        differences("stock", stockDifferences);
        differences("slots", slotDifferences);
    }

    private void differences(String of, AtomicLong count) {
        Gauge.builder("siren.holds.differences", count, AtomicLong::get)
                .tag("of", of)
                .register(meters);
    }

    void refused(String why) {
        meters.counter("siren.holds.refused", "why", why).increment();
    }

    void lost(CheckoutId id) {
        LOG.errorf("the hold of the approved checkout %s is gone", id);
        lost.increment();
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> compare() {
        return pool.query(DIFFERENCES)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    open.set(row.getLong(0));
                    stockDifferences.set(row.getLong(1));
                    slotDifferences.set(row.getLong(2));
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("holds could not be compared: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Ended holds and past slots are kept for 90 days. */
    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.query(FORGET_LINES)
                .execute()
                .chain(() -> pool.query(FORGET_HOLDS).execute())
                .chain(() -> pool.query(FORGET_SLOTS).execute())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("old holds stay a while longer: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    long stockDifferences() {
        return stockDifferences.get();
    }

    long slotDifferences() {
        return slotDifferences.get();
    }
}
