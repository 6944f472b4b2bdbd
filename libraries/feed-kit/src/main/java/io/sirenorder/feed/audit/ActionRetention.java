package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes actions that are older than they are kept. */
@ApplicationScoped
class ActionRetention {
    static final Duration LEAST = Duration.ofDays(365);
    private static final String FORGET = "SELECT actions_forget(make_interval(secs => $1), $2) AS forgotten";

    private final AuditRetention retention;

    ActionRetention(Pool pool, ActionConfig config, MeterRegistry meters) {
        this.retention =
                new AuditRetention(pool, FORGET, config.retention(), meters.counter("siren.actions.forgotten"));
    }

    void requireLongEnough(@Observes StartupEvent start) {
        requireLongEnough(retention.kept());
    }

    static void requireLongEnough(Duration kept) {
        AuditRetention.requireLongEnough("siren.actions.retention", kept, LEAST);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return retention.forget();
    }

    Uni<Long> forget(Duration older, int most) {
        return retention.forget(older, most);
    }
}
