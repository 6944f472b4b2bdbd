package io.sirenorder.store.menu;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.MenuItemId;
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
