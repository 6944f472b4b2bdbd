package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Deletes actions that are older than they are kept, a bounded number per run. */
@ApplicationScoped
class ActionRetention {
    static final Duration LEAST = Duration.ofDays(365);
    private static final int MOST = 10_000;

    private final Actions actions;
    private final Duration retention;
    private final Counter forgotten;

    ActionRetention(Actions actions, ActionConfig config, MeterRegistry meters) {
        this.actions = actions;
        this.retention = config.retention();
        this.forgotten = meters.counter("siren.actions.forgotten");
    }

    void requireLongEnough(@Observes StartupEvent start) {
        requireLongEnough(retention);
    }

    /** Fails the start instead of each later run. */
    static void requireLongEnough(Duration retention) {
        if (retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("siren.actions.retention must be 365 days at least, not " + retention);
        }
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return actions.forget(retention, MOST)
                .invoke(count -> forgotten.increment(count))
                .replaceWithVoid();
    }
}
