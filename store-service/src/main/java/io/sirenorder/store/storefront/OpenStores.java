package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.presence.StorePresence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Stores that an order would reach now: accepting, within their hours, and with a till on the line. */
@ApplicationScoped
public class OpenStores {
    private final Stores stores;
    private final StorePresence live;
    private final DatabaseClock clock;

    OpenStores(Stores stores, StorePresence live, DatabaseClock clock) {
        this.stores = stores;
        this.live = live;
        this.clock = clock;
    }

    /** The store if it is open, by a fresh look; otherwise {@link StoreClosed}. Call it outside of any session. */
    public Uni<Store> require(StoreId id) {
        return Panache.withSession(() -> stores.getPublic(id)).call(this::requireOpen);
    }

    /** Whether it is open, by a fresh look. */
    Uni<Boolean> look(Store store) {
        return live.look(store.id()).map(tills -> store.takesOrders(clock.now()) && tills == Liveness.LIVE);
    }

    /** Whether it is open, by the last picture of all tills. */
    boolean isOpen(Store store) {
        return store.takesOrders(clock.now()) && live.known(store.id()) == Liveness.LIVE;
    }

    /** The store in a list, where it was found open or not. */
    StoreSummary summary(Store store, boolean isOpen) {
        return StoreViews.summary(store, isOpen, clock.now());
    }

    private Uni<Void> requireOpen(Store store) {
        Instant now = clock.now();
        if (!store.takesOrders(now)) {
            throw new StoreClosed(store.reopensAt(now));
        }
        return live.look(store.id()).invoke(OpenStores::requireTill).replaceWithVoid();
    }

    private static void requireTill(Liveness tills) {
        if (tills != Liveness.LIVE) {
            throw new StoreClosed(Optional.empty());
        }
    }
}
