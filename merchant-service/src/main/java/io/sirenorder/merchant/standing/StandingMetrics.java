package io.sirenorder.merchant.standing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.merchant.registration.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Counts the stores of each standing: those that wait for an operator, too. */
@Startup
@ApplicationScoped
class StandingMetrics {
    private static final Logger LOG = Logger.getLogger(StandingMetrics.class);
    private static final String COUNT = """
            SELECT CASE WHEN closed_at IS NULL THEN standing ELSE 'CLOSED' END AS standing, count(*) AS stores
            FROM merchants GROUP BY 1
            """;

    private final Pool pool;
    private volatile Map<Standing, Long> stores = Map.of();

    StandingMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        for (Standing standing : Standing.values()) {
            Gauge.builder("siren.stores", this, all -> all.stores.getOrDefault(standing, 0L))
                    .tag("standing", standing.name())
                    .register(meters);
        }
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .invoke(rows -> stores = StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                StandingMetrics::standing,
                                row -> row.getLong("stores"),
                                Long::sum,
                                () -> new EnumMap<>(Standing.class))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("stores could not be counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static Standing standing(Row row) {
        return Standing.valueOf(row.getString("standing"));
    }
}
