package io.sirenorder.store.menu;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The house's menu. */
@ApplicationScoped
class MenuItems implements PanacheRepositoryBase<MenuItem, String> {

    Uni<MenuItem> get(MenuItemId id) {
        return findById(id.value()).onItem().ifNull().failWith(() -> new MenuItemUnknown(id));
    }

    Uni<List<MenuItem>> all(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /**
     * An item at a store.
     *
     * @param difference from the menu; null where the store has none
     */
    record AtStore(MenuItem item, StoreItem difference) {}

    Uni<List<AtStore>> at(StoreId store, Collection<String> ids) {
        return getSession()
                .chain(session -> session.createQuery("""
                                select item, here from MenuItem item
                                left join StoreItem here on here.key.menuItemId = item.id and here.key.storeId = :store
                                where item.id in :ids
                                """, Object[].class)
                        .setParameter("store", store.value())
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new AtStore((MenuItem) row[0], (StoreItem) row[1]))
                        .toList());
    }

    /** On sale, in the menu's order, or those of a category. */
    Uni<List<MenuItem>> whole(MenuCategory category, int limit) {
        String from = "onSale" + (category == null ? "" : " and category = :category");
        Map<String, Object> values = category == null ? Map.of() : Map.of("category", category);
        return find(from + " order by position nulls last, id", values)
                .range(0, limit - 1)
                .list();
    }

    /** On sale, by id. */
    Uni<List<MenuItem>> page(MenuCategory category, String after, int limit) {
        String from = "onSale and id > :after";
        return (category == null
                        ? find(from + " order by id", Map.of("after", after))
                        : find(
                                from + " and category = :category order by id",
                                Map.of("after", after, "category", category)))
                .range(0, limit - 1)
                .list();
    }
}
