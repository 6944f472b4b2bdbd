package io.sirenorder.store.order;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts events of orders, open orders and kept promises. */
@Startup
@ApplicationScoped
class OrderMetrics {
    private static final Logger LOG = Logger.getLogger(OrderMetrics.class);
    private static final Set<OrderStatus> OPEN = EnumSet.of(OrderStatus.WAITING, OrderStatus.ACCEPTED);
    private static final String COUNT =
            "SELECT status, count(*) FROM orders WHERE status IN ('WAITING', 'ACCEPTED') GROUP BY status";

    private final Pool pool;
    private final MeterRegistry meters;
    private final Map<OrderStatus, Long> open = new ConcurrentHashMap<>();

    OrderMetrics(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
        OPEN.forEach(status -> Gauge.builder("siren.orders.open", open, counts -> counts.getOrDefault(status, 0L))
                .tag("status", status.name())
                .register(meters));
    }

    void happened(OrderEvent event) {
        String type = event.getClass().getAnnotation(JsonTypeName.class).value();
        meters.counter(
                        "siren.order.events",
                        "type",
                        type,
                        "status",
                        event.order().status().name())
                .increment();
        if (event instanceof OrderEvent.OrderFinished) {
            promise(event.order());
        }
    }

    /** Whether the order was ready in the window that its buyer was told, and how far off it was. */
    private void promise(OrderView order) {
        if (order.promisedUntil() != null) {
            Duration late = Duration.between(order.promisedUntil(), order.finishedAt());
            meters.counter("siren.promises", "kept", Boolean.toString(late.compareTo(Duration.ZERO) <= 0))
                    .increment();
            meters.timer("siren.promise.error").record(late.abs());
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .invoke(rows -> {
                    open.clear();
                    rows.forEach(row -> open.put(OrderStatus.valueOf(row.getString(0)), row.getLong(1)));
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("open orders could not be counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
