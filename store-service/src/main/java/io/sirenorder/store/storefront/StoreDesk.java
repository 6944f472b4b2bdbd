package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.merchant.MerchantEvent.MerchantRegistered;
import io.sirenorder.contracts.store.StoreEvent.StoreAcceptanceChanged;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What may be done with a store. A change and its event commit together or not at all. */
@ApplicationScoped
@WithTransaction
public class StoreDesk {
    private final Stores stores;
    private final Outbox outbox;
    private final Clock clock;

    StoreDesk(Stores stores, Outbox outbox, Clock clock) {
        this.stores = stores;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A merchant exists, and so does the store; hearing it twice changes nothing. */
    Uni<Void> register(MerchantRegistered heard) {
        return stores.findById(heard.storeId().value())
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : stores.persist(new Store(heard.storeId(), heard.merchantId(), heard.store()))
                                .replaceWithVoid());
    }

    Uni<Store> describe(StoreId id, StoreUpdate update) {
        return stores.lock(id).invoke(store -> store.describe(update));
    }

    /** It takes orders from now on, within its hours and while a till is there. */
    public Uni<Store> open(StoreId id) {
        return change(id, store -> store.open(clock.instant()));
    }

    /** It takes no more orders until it is opened. */
    public Uni<Store> close(StoreId id) {
        return change(id, store -> store.close(clock.instant()));
    }

    /** One more order in a row that none of its tills acknowledged. */
    public Uni<Store> missedOrder(StoreId id, int tolerated) {
        return change(id, store -> store.missedOrder(tolerated, clock.instant()));
    }

    private Uni<Store> change(StoreId id, Function<Store, Optional<StoreAcceptanceChanged>> change) {
        return stores.lock(id)
                .call(store -> change.apply(store)
                        .map(event -> outbox.add(event, store.version()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
