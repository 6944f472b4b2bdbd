package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.store.storefront.StoreChanges;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Sets whether stores have items, tells it and logs it, in the caller's transaction. */
@ApplicationScoped
class Availabilities {
    private final StoreItems storeItems;
    private final StoreDesk stores;
    private final StoreChanges changes;

    Availabilities(StoreItems storeItems, StoreDesk stores, StoreChanges changes) {
        this.storeItems = storeItems;
        this.stores = stores;
        this.changes = changes;
    }

    Uni<Void> set(StoreId store, MenuItemId item, ItemAvailability next) {
        return storeItems.lock(store, item).chain(here -> {
            ItemAvailability before = here.availability();
            here.make(next);
            return stores.itemChanged(store, item, next.available(), next.until(), null)
                    .chain(found -> changes.add(
                            store,
                            "availability",
                            found.signature(),
                            Map.of(item.value(), before),
                            Map.of(item.value(), next)));
        });
    }
}
