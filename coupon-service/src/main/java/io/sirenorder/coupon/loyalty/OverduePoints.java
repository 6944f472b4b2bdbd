package io.sirenorder.coupon.loyalty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts reservations whose checkout must have ended, and which are neither spent nor given back: an event of that end is
 * parked or was lost, and a buyer misses points meanwhile. The clock alone gives none back, since the payment may be late.
 */
@Startup
@ApplicationScoped
class OverduePoints {
    private static final Logger LOG = Logger.getLogger(OverduePoints.class);
    private static final String COUNT = """
            SELECT count(*) FROM points_reservations WHERE status = 'RESERVED' AND until < now() - interval '10 minutes'
            """;

    private final Pool pool;
    private final AtomicLong overdue = new AtomicLong();

    OverduePoints(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("siren.points.overdue", overdue, AtomicLong::get).register(meters);
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .invoke(overdue::set)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("overdue points could not be counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
