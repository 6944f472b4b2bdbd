package io.sirenorder.feed.background;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the database in one statement which sweeps of this program have work to do, and runs those. */
@ApplicationScoped
class Sweeps {
    private record Job(Sweep sweep, SingleFlight flight) {
        void begin(boolean isDue) {
            if (isDue) {
                flight.ask();
            } else {
                sweep.idle();
            }
        }
    }

    private final Pool pool;
    private final List<Job> jobs;
    private final SingleFlight looking;
    private final Duration period;

    Sweeps(
            Pool pool,
            @All List<Sweep> sweeps,
            Vertx vertx,
            InFlightWork inFlight,
            @ConfigProperty(name = "siren.sweeps.every", defaultValue = "1s") Duration period) {
        this.pool = pool;
        this.jobs = sweeps.stream()
                .map(sweep -> new Job(
                        sweep, new SingleFlight(sweep.name(), inFlight, () -> OwnContext.run(vertx, sweep::run))))
                .toList();
        this.looking = new SingleFlight("the look for due work", inFlight, this::look);
        this.period = period;
    }

    void start(@Observes StartupEvent start, Timers timers) {
        if (!jobs.isEmpty()) {
            timers.every(period, looking::ask);
        }
    }

    private Uni<Void> look() {
        return pool.preparedQuery(jobs.stream()
                        .map(job -> "(" + job.sweep().due() + ")")
                        .collect(Collectors.joining(", ", "SELECT ", "")))
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(this::begin)
                .replaceWithVoid();
    }

    private void begin(Row due) {
        for (int i = 0; i < jobs.size(); i++) {
            jobs.get(i).begin(due.getBoolean(i));
        }
    }
}
