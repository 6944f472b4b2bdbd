package io.sirenorder.store.hold;

import io.sirenorder.contracts.store.Promise;
import io.sirenorder.store.hold.SlotPlan.Part;
import io.sirenorder.store.storefront.KitchenEstimate;
import io.sirenorder.store.storefront.KitchenLoad;
import io.sirenorder.store.storefront.KitchenLoad.Load;
import io.sirenorder.store.storefront.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kitchen time: looked at for a quote, or taken for a hold or an order. Works in the caller's session. */
@ApplicationScoped
public class Room {
    private static final Duration LONGEST_DAY = Duration.ofHours(24);

    private final KitchenLoad load;
    private final KitchenEstimate estimate;
    private final Slots slots;

    Room(KitchenLoad load, KitchenEstimate estimate, Slots slots) {
        this.load = load;
        this.estimate = estimate;
        this.slots = slots;
    }

    /** The promise that a checkout would get now; takes nothing. {@link KitchenFull} where there is no room. */
    public Uni<Promise> look(Store store, int units, Instant at) {
        return load.of(store.id()).chain(ahead -> {
            if (!needsSlots(store, units)) {
                return Uni.createFrom().item(inTime(store, estimate.promise(store, ahead, units, at), at));
            }
            return slots.plan(store.id(), store.kitchen(), soonest(store, at), estimate.latest(store, at))
                    .map(plan -> plan.fill(units))
                    .chain(parts -> parts.isEmpty()
                            ? full(store, at)
                            : Uni.createFrom().item(of(store, ahead, parts.get(), at)));
        });
    }

    /** The promise of a claim that takes no slots, whether or not it is in time; empty where it has to take some. */
    Optional<Promise> foresee(Claim claim, Load ahead) {
        return needsSlots(claim.store(), claim.units())
                ? Optional.empty()
                : Optional.of(estimate.promise(claim.store(), ahead, claim.units(), claim.at()));
    }

    /**
     * Takes the kitchen time of a claim. {@link KitchenFull} where there is no room, and then some may be taken.
     *
     * @param paid whether the order is paid already: without slots it is then never too late
     */
    Uni<Promise> take(Claim claim, Load ahead, boolean paid) {
        Store store = claim.store();
        Optional<Promise> promise = foresee(claim, ahead);
        if (promise.isPresent()) {
            return Uni.createFrom().item(paid ? promise.get() : inTime(store, promise.get(), claim.at()));
        }
        return slots.take(claim, soonest(store, claim.at()), estimate.latest(store, claim.at()))
                .chain(parts -> parts.isEmpty()
                        ? full(store, claim.at())
                        : Uni.createFrom().item(of(store, ahead, parts.get(), claim.at())));
    }

    private static boolean needsSlots(Store store, int units) {
        return store.kitchen().hasSlots() && units > 0;
    }

    private Promise inTime(Store store, Promise promise, Instant at) {
        if (promise.readyFrom().isAfter(estimate.latest(store, at))) {
            throw new KitchenFull(Optional.empty(), Optional.empty());
        }
        return promise;
    }

    /** The window of the last slot that is used; not before the kitchen can have prepared anything. */
    private Promise of(Store store, Load ahead, List<Part> parts, Instant at) {
        Instant slot = parts.get(parts.size() - 1).slot();
        Instant ends = slot.plus(SlotPlan.length(store.kitchen()));
        Instant ready = KitchenEstimate.fullMinute(soonest(store, at));
        Instant from = ready.isAfter(slot) ? ready : slot;
        Instant until = from.isBefore(ends) ? ends : from.plus(estimate.window(store.kitchen()));
        return new Promise(from, until, ahead.orders(), KitchenEstimate.minutes(at, from));
    }

    private Instant soonest(Store store, Instant at) {
        return at.plus(estimate.soonest(store, at));
    }

    private <T> Uni<T> full(Store store, Instant at) {
        Instant latest = store.closesAfter(at).orElseGet(() -> at.plus(LONGEST_DAY));
        return slots.plan(store.id(), store.kitchen(), soonest(store, at), latest)
                .map(plan -> {
                    throw new KitchenFull(plan.firstFree(), Optional.empty());
                });
    }
}
