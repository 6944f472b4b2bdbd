package io.sirenorder.payment.refund;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many refunds stand where, for whoever has to be woken. */
@ApplicationScoped
class RefundGauges {
    private final Map<RefundStatus, AtomicLong> counts = new EnumMap<>(RefundStatus.class);

    RefundGauges(MeterRegistry meters) {
        for (RefundStatus status : RefundStatus.values()) {
            counts.put(status, meters.gauge("siren.refunds", Tags.of("status", status.name()), new AtomicLong()));
        }
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> count() {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select status, count(*) from Refund group by status", Object[].class)
                        .getResultList())
                .invoke(this::take)
                .replaceWithVoid();
    }

    private void take(List<Object[]> rows) {
        counts.values().forEach(count -> count.set(0));
        rows.forEach(row -> counts.get((RefundStatus) row[0]).set((long) row[1]));
    }
}
