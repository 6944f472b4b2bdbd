package io.sirenorder.store.menu;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.store.stock.Stock;
import io.sirenorder.store.storefront.StoreChanges;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Use cases of the menu: buyers read it, the operator writes it, stores strike items out. */
@ApplicationScoped
class MenuDesk {
    static final PageCursor CURSOR = new PageCursor("menu", 1);
    private static final int MOST_ITEMS = 500;

    private final MenuItems items;
    private final StoreItems storeItems;
    private final StoreDesk stores;
    private final Stock stock;
    private final int showBelow;
    private final Availabilities availabilities;
    private final MenuChanges changes;
    private final StoreChanges storeChanges;
    private final DatabaseClock clock;

    MenuDesk(
            MenuItems items,
            StoreItems storeItems,
            StoreDesk stores,
            Stock stock,
            Availabilities availabilities,
            MenuChanges changes,
            StoreChanges storeChanges,
            DatabaseClock clock,
            @ConfigProperty(name = "siren.stock.show-below", defaultValue = "5") int showBelow) {
        this.stock = stock;
        this.availabilities = availabilities;
        this.changes = changes;
        this.storeChanges = storeChanges;
        this.showBelow = showBelow;
        this.stores = stores;
        this.items = items;
        this.storeItems = storeItems;
        this.clock = clock;
    }

    @WithSession
    Uni<Page<MenuSummary>> page(MenuCategory category, String after, PageLimit limit) {
        return items.page(category, after, limit.plusOne())
                .map(found -> Page.of(
                                found, limit, item -> CURSOR.encode(item.id().value()))
                        .map(MenuItem::summary));
    }

    /**
     * All items on sale as they are in a store, or on the menu when {@code store} is null.
     *
     * @param category null for all
     */
    @WithSession
    Uni<WholeMenu> whole(StoreId store, MenuCategory category) {
        return items.whole(category, MOST_ITEMS)
                .chain(found -> store == null
                        ? Uni.createFrom().item(entries(found, Map.of(), Map.of()))
                        : storeItems
                                .of(store)
                                .chain(here -> stores.tradingDay(store)
                                        .chain(day -> stock.remaining(store, day))
                                        .map(left -> entries(found, byId(here), left))));
    }

    private static Map<MenuItemId, StoreItem> byId(List<StoreItem> here) {
        return here.stream().collect(Collectors.toMap(StoreItem::item, Function.identity()));
    }

    private WholeMenu entries(
            List<MenuItem> found, Map<MenuItemId, StoreItem> here, Map<MenuItemId, Integer> remaining) {
        Instant now = clock.now();
        return new WholeMenu(found.stream()
                .map(item -> entry(item, here.get(item.id()), remaining.get(item.id()), now))
                .toList());
    }

    private MenuEntry entry(MenuItem item, StoreItem here, Integer remaining, Instant now) {
        boolean left = remaining == null || remaining > 0;
        Integer shown = remaining == null || remaining > showBelow ? null : remaining;
        return here == null
                ? item.entry(item.priceKrw(), left, null, shown)
                : item.entry(
                        here.priceOr(item.priceKrw()), left && !here.isSoldOut(now), here.soldOutUntil(now), shown);
    }

    /** An item in a store, or on the menu when {@code store} is null. */
    @WithSession
    Uni<MenuDetail> detail(MenuItemId id, StoreId store) {
        return items.get(id).chain(item -> store == null ? Uni.createFrom().item(onMenu(item)) : inStore(item, store));
    }

    private static MenuDetail onMenu(MenuItem item) {
        return item.detail(item.priceKrw(), item.isOnSale());
    }

    private Uni<MenuDetail> inStore(MenuItem item, StoreId store) {
        return storeItems
                .findById(StoreItem.Key.of(store, item.id()))
                .chain(here -> stores.tradingDay(store)
                        .chain(day -> stock.remaining(store, day))
                        .map(left -> detail(item, here, left.getOrDefault(item.id(), 1) > 0)));
    }

    private MenuDetail detail(MenuItem item, StoreItem here, boolean left) {
        return here == null
                ? item.detail(item.priceKrw(), item.isOnSale() && left)
                : item.detail(here.priceOr(item.priceKrw()), item.isOnSale() && left && !here.isSoldOut(clock.now()));
    }

    @WithTransaction
    Uni<MenuDetail> describe(MenuItemId id, MenuItemDescription description, String by) {
        return items.findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(found -> changes.described(id, by, found == null ? null : found.description(), description)
                        .chain(() -> found == null
                                ? items.persist(new MenuItem(id, description))
                                : described(found, description)))
                .map(MenuDesk::onMenu);
    }

    private static Uni<MenuItem> described(MenuItem item, MenuItemDescription description) {
        item.describe(description);
        return Uni.createFrom().item(item);
    }

    /** Leaves alone what is on the menu already. */
    @WithTransaction
    Uni<Void> add(MenuItemId id, MenuItemDescription description) {
        return items.findById(id.value())
                .chain(found -> found == null
                        ? items.persist(new MenuItem(id, description)).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> makeAvailable(StoreId store, MenuItemId id, ItemAvailability next) {
        return items.get(id).chain(() -> availabilities.set(store, id, next));
    }

    /** Null for the menu's price again. */
    @WithTransaction
    Uni<Void> price(StoreId store, MenuItemId id, Krw price, String by) {
        return items.get(id).chain(() -> storeItems.lock(store, id)).chain(here -> {
            var before = Collections.singletonMap(id.value(), here.ownPrice());
            here.price(price);
            var after = Collections.singletonMap(id.value(), here.ownPrice());
            return storeChanges.add(store, "price", by, before, after);
        });
    }
}
