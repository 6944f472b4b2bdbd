package io.sirenorder.feed.background;

import io.sirenorder.feed.FeedConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Goes the same round over and over: at once when woken or when there is more to do, otherwise after a while. */
public final class PollingLoop {
    /** What a round found. */
    public enum Found {
        /** There is more already. */
        MORE,
        /** Something has to be looked after again soon. */
        RETRIES_DUE,
        /** Nothing is left to do. */
        NOTHING
    }

    private final Vertx vertx;
    private final FeedConfig config;
    private final Supplier<Uni<Found>> round;
    private final SingleFlight flight;
    private volatile int idle;
    private volatile long timer = -1;
    private volatile boolean stopped;

    public PollingLoop(String name, Pace pace, Supplier<Uni<Found>> round) {
        this.vertx = pace.vertx();
        this.config = pace.config();
        this.round = round;
        this.flight = new SingleFlight(name, pace.shift(), this::go);
    }

    public void wake() {
        flight.ask();
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private Uni<Void> go() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        vertx.cancelTimer(timer);
        return Uni.createFrom()
                .deferred(round::get)
                .invoke(this::goOn)
                .onFailure()
                .invoke(failure -> later(idle + 1))
                .replaceWithVoid();
    }

    private void goOn(Found found) {
        switch (found) {
            case MORE -> again();
            case RETRIES_DUE -> later(0);
            case NOTHING -> later(idle + 1);
        }
    }

    private void again() {
        idle = 0;
        flight.ask();
    }

    private void later(int idleRounds) {
        idle = Math.min(idleRounds, 8);
        if (!stopped) {
            timer = vertx.setTimer(delay(), fired -> flight.ask());
        }
    }

    /** Jittered by a fifth, so that replicas don't march in step. */
    private long delay() {
        Duration doubled = config.fastestPoll().multipliedBy(1L << Math.max(0, idle - 1));
        long millis = Math.min(doubled.toMillis(), config.slowestPoll().toMillis());
        return Math.max(1, millis * ThreadLocalRandom.current().nextInt(80, 101) / 100);
    }
}
