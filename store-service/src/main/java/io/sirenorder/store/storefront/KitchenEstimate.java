package io.sirenorder.store.storefront;

import io.sirenorder.contracts.store.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time at which a kitchen without slots has an order ready: preparation, busy time, and all pieces ahead. */
@ApplicationScoped
public class KitchenEstimate {
    private final KitchenConfig house;

    KitchenEstimate(KitchenConfig house) {
        this.house = house;
    }

    /** The window of an order of so many pieces behind that load; its start is a full minute. */
    public Promise promise(Store store, KitchenLoad.Load ahead, int units, Instant at) {
        Duration work = soonest(store, at).plus(perUnit(store.kitchen()).multipliedBy((long) ahead.units() + units));
        Instant from = fullMinute(at.plus(work));
        return new Promise(from, from.plus(window(store.kitchen())), ahead.orders(), minutes(at, from));
    }

    /** Preparation and busy time: no order is ready earlier. */
    public Duration soonest(Store store, Instant at) {
        Integer own = store.kitchen().prepMinutes();
        return (own == null ? house.prep() : Duration.ofMinutes(own)).plusMinutes(store.busyMinutes(at));
    }

    public Duration window(KitchenSettings kitchen) {
        return kitchen.windowMinutes() == null ? house.window() : Duration.ofMinutes(kitchen.windowMinutes());
    }

    /** The last moment for which something may be promised now: the end of the hours or the horizon. */
    public Instant latest(Store store, Instant at) {
        Instant horizon = at.plus(house.horizon());
        return store.closesAfter(at).filter(horizon::isAfter).orElse(horizon);
    }

    StoreQueue queue(Store store, KitchenLoad.Load load, Instant at) {
        return new StoreQueue(
                load.waiting(), load.making(), promise(store, load, 1, at).minutes());
    }

    /** Minutes from one moment to a later one, rounded up. */
    public static int minutes(Instant from, Instant until) {
        return (int) Duration.between(from, until).plusSeconds(59).toMinutes();
    }

    public static Instant fullMinute(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }

    private Duration perUnit(KitchenSettings kitchen) {
        return kitchen.secondsPerUnit() == null ? house.perUnit() : Duration.ofSeconds(kitchen.secondsPerUnit());
    }
}
