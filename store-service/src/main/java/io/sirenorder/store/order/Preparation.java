package io.sirenorder.store.order;

import io.sirenorder.contracts.store.Promise;
import io.sirenorder.kit.problem.InvalidRequest;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** The part of an order that is the kitchen's: work, promised window, and the time at which it will be ready. */
@Embeddable
class Preparation {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private int units;
    private Instant promisedFrom;
    private Instant promisedUntil;
    private Instant readyBy;
    private int delays;

    Preparation() {}

    Preparation(int units) {
        this.units = units;
    }

    /** Keeps the work that it is, and the window that the buyer was told; null where none was. */
    void promise(int pieces, Promise promise) {
        units = pieces;
        if (promise != null) {
            promisedFrom = promise.readyFrom();
            promisedUntil = promise.readyUntil();
        }
    }

    /** The time at which an order that is accepted now will be ready: after that time, or as promised where it is null. */
    Instant ready(Duration preparation, Instant at) {
        return preparation == null ? asPromised(at) : at.plus(preparation);
    }

    private Instant asPromised(Instant at) {
        if (promisedUntil == null) {
            throw new InvalidRequest("minutes", "must be given, since nothing was promised for this order");
        }
        Instant soonest = at.plus(SHORTEST);
        return promisedUntil.isBefore(soonest) ? soonest : promisedUntil;
    }

    void begin(Instant ready) {
        readyBy = ready;
    }

    /** Moves the time at which it will be ready, which is not before now; the promise stays. */
    void delay(int minutes, int mostTimes, Instant at) {
        if (delays >= mostTimes) {
            throw new DelayLimitReached(mostTimes);
        }
        delays++;
        readyBy = (readyBy.isBefore(at) ? at : readyBy).plus(Duration.ofMinutes(minutes));
    }

    /** The window that the buyer was told; null where none was. */
    Promise promise() {
        return promisedFrom == null ? null : new Promise(promisedFrom, promisedUntil, null, null);
    }

    boolean hasBegun() {
        return readyBy != null;
    }

    /** Work for the kitchen, in pieces. */
    int units() {
        return units;
    }

    Instant readyBy() {
        return readyBy;
    }

    Instant promisedFrom() {
        return promisedFrom;
    }

    Instant promisedUntil() {
        return promisedUntil;
    }
}
