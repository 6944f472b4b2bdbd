package io.sirenorder.feed.background;

import io.sirenorder.feed.FeedConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes polling loops that keep to the configured pace and end with the program. */
@Singleton
public class PollingLoops {
    private final Vertx vertx;
    private final FeedConfig config;
    private final InFlightWork inFlight;

    PollingLoops(Vertx vertx, FeedConfig config, InFlightWork inFlight) {
        this.vertx = vertx;
        this.config = config;
        this.inFlight = inFlight;
    }

    /**
     * A loop that does nothing before it is woken.
     *
     * @param linger the least time between two rounds
     * @param isCalm whether the loop is sure to be woken when there is something to do
     */
    public PollingLoop loop(
            String name, Duration linger, BooleanSupplier isCalm, Supplier<Uni<PollingLoop.Found>> round) {
        return new PollingLoop(name, this, new Pauses(config, linger, isCalm), round);
    }

    Vertx vertx() {
        return vertx;
    }

    InFlightWork inFlight() {
        return inFlight;
    }
}
