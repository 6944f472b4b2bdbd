package io.sirenorder.payment.refund;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The number of refunds by status, {@code SETTLED} ones (by hand) apart: gauges for dashboards and alerts. */
@Startup
@ApplicationScoped
class RefundGauges {
    private static final String SETTLED = "SETTLED";
    private static final String COUNT = """
            SELECT CASE WHEN settled_by IS NULL THEN status ELSE 'SETTLED' END AS shown, count(*) AS refunds
            FROM refunds GROUP BY shown""";

    private final Map<String, AtomicLong> counts = new HashMap<>();

    RefundGauges(MeterRegistry meters) {
        for (RefundStatus status : RefundStatus.values()) {
            add(status.name(), meters);
        }
        add(SETTLED, meters);
    }

    private void add(String status, MeterRegistry meters) {
        counts.put(status, meters.gauge("siren.refunds", Tags.of("status", status), new AtomicLong()));
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> count() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(COUNT, Object[].class).getResultList())
                .invoke(this::take)
                .replaceWithVoid();
    }

    private void take(List<Object[]> rows) {
        counts.values().forEach(count -> count.set(0));
        rows.forEach(row -> counts.get((String) row[0]).set((long) row[1]));
    }
}
