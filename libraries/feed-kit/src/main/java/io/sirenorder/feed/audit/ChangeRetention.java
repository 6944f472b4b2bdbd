package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes changes that are older than they are kept, where the service has a table of them. */
@ApplicationScoped
class ChangeRetention {
    static final Duration LEAST = Duration.ofDays(1826);
    private static final String FORGET = "SELECT changes_forget(make_interval(secs => $1), $2) AS forgotten";

    private final AuditRetention retention;

    ChangeRetention(Pool pool, ChangeConfig config, MeterRegistry meters) {
        this.retention =
                new AuditRetention(pool, FORGET, config.retention(), meters.counter("siren.changes.forgotten"));
    }

    void requireLongEnough(@Observes StartupEvent start) {
        requireLongEnough(retention.kept());
    }

    static void requireLongEnough(Duration kept) {
        AuditRetention.requireLongEnough("siren.changes.retention", kept, LEAST);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return retention.forget();
    }

    Uni<Long> forget(Duration older, int most) {
        return retention.forget(older, most);
    }
}
