package io.sirenorder.feed.background;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Periodic timers, finer than the scheduler's, that end with the program. */
@ApplicationScoped
public class Timers {
    private final List<Long> timers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;

    Timers(Vertx vertx) {
        this.vertx = vertx;
    }

    public void every(Duration period, Runnable task) {
        timers.add(vertx.setPeriodic(period.toMillis(), timer -> task.run()));
    }

    void stop(@Observes ShutdownEvent stop) {
        timers.forEach(vertx::cancelTimer);
    }
}
