package io.sirenorder.store.menu;

import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.store.stock.Stock;
import io.sirenorder.store.storefront.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prices lines, in one store or anywhere, and strikes items out. Works in the caller's session. */
@ApplicationScoped
public class Menu {
    private final MenuItems items;
    private final StoreItems storeItems;
    private final Stores stores;
    private final Stock stock;
    private final Availabilities availabilities;
    private final DatabaseClock clock;

    Menu(
            MenuItems items,
            StoreItems storeItems,
            Stores stores,
            Availabilities availabilities,
            Stock stock,
            DatabaseClock clock) {
        this.stock = stock;
        this.stores = stores;
        this.availabilities = availabilities;
        this.items = items;
        this.storeItems = storeItems;
        this.clock = clock;
    }

    /**
     * The lines at a store's prices, every option settled.
     *
     * @param store null for anywhere: the menu's prices, and at least one store has each item
     * @param pickup null when it is not known yet
     */
    public Uni<Basket> price(StoreId store, Pickup pickup, List<QuoteRequest.Line> lines) {
        List<MenuItemId> ids =
                lines.stream().map(QuoteRequest.Line::menuItemId).distinct().toList();
        return (store == null ? onSale(ids).chain(this::anywhere) : in(store, ids))
                .map(priced -> basket(priced, lines, pickup));
    }

    /**
     * Strikes an item out at a store, within the caller's transaction.
     *
     * @param until when it returns by itself; null: at the end of the store's trading day
     */
    public Uni<Void> strikeOut(StoreId store, MenuItemId item, Instant until) {
        return stores.get(store).chain(found -> {
            Instant end = until == null ? found.dayEnds(clock.now()) : until;
            return stock.strike(Stock.Entry.of(store, found.tradingDay(clock.now()), "merchant"), item)
                    .chain(() -> availabilities.set(store, item, ItemAvailability.soldOut(end)));
        });
    }

    private static Basket basket(Map<MenuItemId, PricedItem> priced, List<QuoteRequest.Line> lines, Pickup pickup) {
        int units = lines.stream()
                .mapToInt(line ->
                        line.quantity() * priced.get(line.menuItemId()).item().units())
                .sum();
        Basket basket = new Basket(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(priced, lines.get(i), pickup, "lines[" + i + "]"))
                        .toList(),
                units);
        basket.totalKrw();
        return basket;
    }

    /** The work of lines that are priced already; an item that left the menu is one unit a piece. */
    public Uni<Basket> work(List<OrderLine> lines) {
        List<String> ids =
                lines.stream().map(line -> line.menuItemId().value()).distinct().toList();
        return items.all(ids).map(found -> {
            Map<MenuItemId, Integer> units = found.stream().collect(Collectors.toMap(MenuItem::id, MenuItem::units));
            return new Basket(
                    lines,
                    lines.stream()
                            .mapToInt(line -> line.quantity() * units.getOrDefault(line.menuItemId(), 1))
                            .sum());
        });
    }

    private static OrderLine line(
            Map<MenuItemId, PricedItem> priced, QuoteRequest.Line wanted, Pickup pickup, String field) {
        return priced.get(wanted.menuItemId()).line(wanted, pickup, field);
    }

    private Uni<List<MenuItem>> onSale(List<MenuItemId> ids) {
        return items.all(values(ids)).map(found -> {
            Map<MenuItemId, MenuItem> byId =
                    found.stream().collect(Collectors.toMap(MenuItem::id, Function.identity()));
            return ids.stream().map(id -> onSale(byId.get(id), id)).toList();
        });
    }

    private static List<String> values(List<MenuItemId> ids) {
        return ids.stream().map(MenuItemId::value).toList();
    }

    private static MenuItem onSale(MenuItem item, MenuItemId id) {
        if (item == null) {
            throw new MenuItemUnknown(id);
        }
        if (!item.isOnSale()) {
            throw new ItemUnavailable(item.name());
        }
        return item;
    }

    private Uni<Map<MenuItemId, PricedItem>> in(StoreId store, List<MenuItemId> ids) {
        return items.at(store, values(ids)).map(found -> {
            Map<MenuItemId, MenuItems.AtStore> byId =
                    found.stream().collect(Collectors.toMap(here -> here.item().id(), Function.identity()));
            return ids.stream().collect(Collectors.toMap(Function.identity(), id -> priced(byId.get(id), id)));
        });
    }

    private PricedItem priced(MenuItems.AtStore here, MenuItemId id) {
        MenuItem item = onSale(here == null ? null : here.item(), id);
        return priced(item, here.difference());
    }

    private PricedItem priced(MenuItem item, StoreItem here) {
        if (here == null) {
            return new PricedItem(item, item.priceKrw());
        }
        if (here.isSoldOut(clock.now())) {
            throw new ItemUnavailable(item.name());
        }
        return new PricedItem(item, here.priceOr(item.priceKrw()));
    }

    private Uni<Map<MenuItemId, PricedItem>> anywhere(List<MenuItem> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::soldSomewhere)
                .collect()
                .asMap(MenuItem::id, item -> new PricedItem(item, item.priceKrw()));
    }

    private Uni<MenuItem> soldSomewhere(MenuItem item) {
        return storeItems.isSoldSomewhere(item.id(), clock.now()).map(sold -> {
            if (!sold) {
                throw new ItemUnavailable(item.name());
            }
            return item;
        });
    }
}
