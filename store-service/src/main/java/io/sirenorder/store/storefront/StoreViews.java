package io.sirenorder.store.storefront;

import java.time.Instant;

/** Stores as buyers and their own merchants see them. */
final class StoreViews {
    private StoreViews() {}

    /** The store in a list, where it was found open or not. */
    static StoreSummary summary(Store store, boolean open, Instant at) {
        StoreDescription text = store.description();
        return new StoreSummary(
                store.id(),
                text.name(),
                text.address(),
                text.location(),
                text.thumbnailUrl(),
                open,
                opensAt(store, open, at));
    }

    /** Null while it is open, and where the time is not known. */
    private static Instant opensAt(Store store, boolean open, Instant at) {
        return open ? null : store.reopensAt(at).orElse(null);
    }

    /** The public view. */
    static StoreDetail detail(Store store, boolean open, StoreQueue queue, Instant at) {
        return detail(store, open, queue, at, false);
    }

    /** The store for its own merchant, with everything that the merchant can change. */
    static StoreDetail ownDetail(Store store, boolean open, StoreQueue queue, Instant at) {
        return detail(store, open, queue, at, true);
    }

    private static StoreDetail detail(Store store, boolean open, StoreQueue queue, Instant at, boolean own) {
        StoreDescription text = store.description();
        BusyTime busy = store.busyMinutes(at) > 0 ? store.busyTime() : null;
        return new StoreDetail(
                store.id(),
                text.name(),
                text.address(),
                text.location(),
                text.thumbnailUrl(),
                open,
                opensAt(store, open, at),
                store.isAccepting(),
                text.text(),
                text.images(),
                text.phone(),
                text.openingHours(),
                own ? text.ownOrderingHours() : text.orderingHours(),
                text.parking(),
                text.directions(),
                queue,
                busy == null ? null : busy.extraMinutes(),
                busy == null ? null : busy.until(),
                store.isPaused(at) ? store.pauseTime().until() : null,
                store.specialDays().byDate(),
                own ? text.answerWithinSeconds() : null,
                own ? store.standing() : null,
                own ? store.closedBy() : null);
    }
}
