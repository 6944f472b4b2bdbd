package io.sirenorder.feed.background;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Repeats a round: at once when woken or when there is more to do, otherwise after a pause. */
public final class PollingLoop {
    /** The result of a round. */
    public enum Found {
        /** There is more already. */
        MORE,
        /** A retry falls due soon. */
        RETRIES_DUE,
        /** No work is left. */
        NOTHING
    }

    private final Vertx vertx;
    private final Pauses pauses;
    private final Supplier<Uni<Found>> round;
    private final Throttle throttle;
    private volatile int idle;
    private volatile long timer = -1;
    private volatile boolean stopped;

    PollingLoop(String name, PollingLoops loops, Pauses pauses, Supplier<Uni<Found>> round) {
        this.vertx = loops.vertx();
        this.pauses = pauses;
        this.round = round;
        SingleFlight flight = new SingleFlight(name, loops.inFlight(), this::round);
        this.throttle = new Throttle(vertx, pauses.linger(), flight::ask);
    }

    public void wake() {
        throttle.run();
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private Uni<Void> round() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        vertx.cancelTimer(timer);
        return Uni.createFrom()
                .deferred(round::get)
                .invoke(this::goOn)
                .onFailure()
                .invoke(failure -> later(nextIdle(), this::wake))
                .replaceWithVoid();
    }

    private void goOn(Found found) {
        switch (found) {
            case MORE -> {
                idle = 0;
                wake();
            }
            case RETRIES_DUE -> {
                idle = 0;
                later(0, this::wake);
            }
            case NOTHING -> rest(System.nanoTime());
        }
    }

    private void rest(long sinceNanos) {
        later(nextIdle(), () -> {
            if (pauses.allowRest(sinceNanos)) {
                rest(sinceNanos);
            } else {
                wake();
            }
        });
    }

    private int nextIdle() {
        int next = idle + 1;
        idle = next;
        return next;
    }

    private void later(int rounds, Runnable then) {
        if (!stopped) {
            timer = vertx.setTimer(pauses.millis(rounds), fired -> then.run());
        }
    }
}
