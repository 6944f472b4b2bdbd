package io.sirenorder.gateway.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Meters of the subscription to Redis. */
@Startup
@ApplicationScoped
class SubscriptionMetrics {
    private final Timer probe;
    private final Counter foreign;
    private final Counter unreadable;

    SubscriptionMetrics(MeterRegistry meters, SubscriptionState state) {
        meters.gauge("siren.gateway.feed.up", state, watched -> watched.isUp() ? 1 : 0);
        probe = meters.timer("siren.gateway.feed.probe");
        foreign = meters.counter("siren.gateway.foreign.messages");
        unreadable = meters.counter("siren.gateway.unreadable.messages");
    }

    void probed(Duration took) {
        probe.record(took);
    }

    void foreign() {
        foreign.increment();
    }

    void unreadable() {
        unreadable.increment();
    }
}
