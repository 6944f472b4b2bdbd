package io.sirenorder.feed.background;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is done every so often, more often than a scheduler looks, until the program ends. */
@ApplicationScoped
public class Timers {
    private final List<Long> timers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;

    Timers(Vertx vertx) {
        this.vertx = vertx;
    }

    public void every(Duration period, Runnable beat) {
        timers.add(vertx.setPeriodic(period.toMillis(), timer -> beat.run()));
    }

    void stop(@Observes ShutdownEvent stop) {
        timers.forEach(vertx::cancelTimer);
    }
}
