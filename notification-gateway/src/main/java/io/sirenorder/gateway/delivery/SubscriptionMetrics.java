package io.sirenorder.gateway.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the gateway counts of its feed. */
@ApplicationScoped
class SubscriptionMetrics {
    private final Timer probe;
    private final Counter foreign;
    private final Counter unreadable;

    SubscriptionMetrics(MeterRegistry meters, SubscriptionState state) {
        meters.gauge("gw.feed.up", state, watched -> watched.isUp() ? 1 : 0);
        probe = meters.timer("gw.feed.probe");
        foreign = meters.counter("gw.foreign.messages");
        unreadable = meters.counter("gw.unreadable.messages");
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
