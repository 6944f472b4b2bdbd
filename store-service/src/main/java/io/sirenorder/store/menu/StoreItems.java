package io.sirenorder.store.menu;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/** Differences of stores from the menu. */
@ApplicationScoped
class StoreItems implements PanacheRepositoryBase<StoreItem, StoreItem.Key> {
    private static final String ENSURE = """
            INSERT INTO store_items (store_id, menu_item_id, sold_out)
            SELECT id, :item, false FROM stores WHERE id = :store
            ON CONFLICT DO NOTHING
            """;

    /** Finds the first store that has it, and stops there. */
    private static final String SOLD_SOMEWHERE = """
            SELECT count(*) FROM (
                SELECT 1 FROM stores s WHERE NOT EXISTS (
                    SELECT 1 FROM store_items i
                    WHERE i.store_id = s.id AND i.menu_item_id = :item AND i.sold_out
                      AND (i.sold_out_until IS NULL OR i.sold_out_until > :at))
                LIMIT 1) found
            """;

    Uni<List<StoreItem>> of(StoreId store) {
        return list("key.storeId = ?1", store.value());
    }

    /** The row, made if need be, and locked. */
    Uni<StoreItem> lock(StoreId store, MenuItemId item) {
        return getSession()
                .chain(session -> session.createNativeQuery(ENSURE)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .executeUpdate())
                .chain(() -> findById(StoreItem.Key.of(store, item), LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(StoreUnknown::new);
    }

    Uni<Boolean> isSoldSomewhere(MenuItemId item, Instant at) {
        return getSession()
                .chain(session -> session.createNativeQuery(SOLD_SOMEWHERE, Long.class)
                        .setParameter("item", item.value())
                        .setParameter("at", at)
                        .getSingleResult())
                .map(found -> found > 0);
    }
}
