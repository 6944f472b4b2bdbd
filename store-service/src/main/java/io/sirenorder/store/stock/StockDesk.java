package io.sirenorder.store.stock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.store.stock.StockResource.Count;
import io.sirenorder.store.storefront.Store;
import io.sirenorder.store.storefront.StoreChanges;
import io.sirenorder.store.storefront.StoreDesk;
import io.sirenorder.store.storefront.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Use cases of counted items, one transaction each. */
@ApplicationScoped
class StockDesk {
    private static final String MERCHANT = "merchant";
    private static final String COUNT = """
            INSERT INTO store_stock (store_id, menu_item_id, on_hand, daily, day)
            SELECT :store, id, :remaining, cast(cast(:daily AS text) AS integer), :day FROM menu_items WHERE id = :item
            ON CONFLICT (store_id, menu_item_id) DO UPDATE SET
                counted = true, on_hand = store_stock.held + :remaining,
                daily = excluded.daily, day = excluded.day
            """;
    private static final String ADJUST = """
            UPDATE store_stock SET on_hand = on_hand + :delta
            WHERE store_id = :store AND menu_item_id = :item AND counted AND on_hand + :delta >= held
            """;
    private static final String LOCK =
            "SELECT 1 FROM store_stock WHERE store_id = :store AND menu_item_id = :item FOR UPDATE";
    private static final String STOP =
            "UPDATE store_stock SET counted = false WHERE store_id = :store AND menu_item_id = :item AND counted";
    private static final String LEVELS = """
            SELECT s.menu_item_id,
                   CASE WHEN s.daily IS NOT NULL AND (s.day IS NULL OR s.day < :day) THEN s.daily
                        ELSE s.on_hand - s.held END,
                   s.held,
                   coalesce((SELECT -sum(m.on_hand_delta) FROM stock_moves m
                             WHERE m.store_id = s.store_id AND m.menu_item_id = s.menu_item_id AND m.day = :day
                               AND m.cause IN ('SALE', 'RETURN')), 0),
                   s.daily
            FROM store_stock s WHERE s.store_id = :store AND s.counted ORDER BY s.menu_item_id
            """;

    private final Stock stock;
    private final Stores stores;
    private final StoreDesk news;
    private final StoreChanges changes;
    private final DatabaseClock clock;

    StockDesk(Stock stock, Stores stores, StoreDesk news, StoreChanges changes, DatabaseClock clock) {
        this.stock = stock;
        this.stores = stores;
        this.news = news;
        this.changes = changes;
        this.clock = clock;
    }

    /** All counted items of a store, by id. */
    @WithSession
    Uni<List<ItemStock>> list(StoreId store) {
        return day(store).chain(day -> levels(store, day));
    }

    /** Counts an item from now on: so many may still be sold ahead, besides those that are held. */
    @WithTransaction
    Uni<StockLevel> count(StoreId store, MenuItemId item, int remaining, Integer daily) {
        return day(store)
                .chain(day -> lock(store, day, item)
                        .chain(before -> count(store, day, item, new Count(remaining, daily))
                                .chain(() -> stock.move(entry(store, day), item, 0, 0, "COUNT"))
                                .chain(() -> level(store, day, item))
                                .call(level -> tell(store, item, before, level))));
    }

    private Uni<Void> count(StoreId store, LocalDate day, MenuItemId item, Count count) {
        return session()
                .chain(session -> session.createNativeQuery(COUNT)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .setParameter("remaining", count.remaining())
                        .setParameter(
                                "daily",
                                count.daily() == null ? null : count.daily().toString())
                        .setParameter("day", day)
                        .executeUpdate())
                .invoke(StockDesk::requireFound)
                .replaceWithVoid();
    }

    /** Pieces came or were sold at the counter; {@link StockTooLow} where fewer would be left than are held. */
    @WithTransaction
    Uni<StockLevel> adjust(StoreId store, MenuItemId item, int delta) {
        return day(store)
                .chain(day -> stock.newDay(entry(store, day), item)
                        .chain(() -> lock(store, day, item))
                        .chain(before -> add(store, item, delta)
                                .chain(rows -> rows == 1
                                        ? stock.move(entry(store, day), item, delta, 0, "COUNTER")
                                                .chain(() -> level(store, day, item))
                                                .call(level -> tell(store, item, before, level))
                                        : refused(store, item))));
    }

    private static Uni<Integer> add(StoreId store, MenuItemId item, int delta) {
        return session()
                .chain(session -> session.createNativeQuery(ADJUST)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .setParameter("delta", delta)
                        .executeUpdate());
    }

    private Uni<Void> tell(StoreId store, MenuItemId item, Map<String, Count> before, StockLevel level) {
        return news.itemChanged(store, item, level.remaining() > 0, null, level.remaining())
                .chain(found -> log(found, before, Map.of(item.value(), new Count(level.remaining(), level.daily()))));
    }

    private Uni<Void> log(Store store, Map<String, Count> before, Map<String, Count> after) {
        return changes.add(store.id(), "stock", store.signature(), before, after);
    }

    private Uni<StockLevel> refused(StoreId store, MenuItemId item) {
        return stock.remaining(store, item).map(left -> {
            throw left == null ? new NotFound() : new StockTooLow(left);
        });
    }

    /** Counts an item no more; what is held for checkouts stays theirs. */
    @WithTransaction
    Uni<Void> stop(StoreId store, MenuItemId item) {
        return day(store)
                .chain(day -> lock(store, day, item)
                        .chain(before -> before.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : stopCounting(store, item)
                                        .chain(() -> stock.move(entry(store, day), item, 0, 0, "STOP"))
                                        .chain(() -> news.itemChanged(store, item, true, null, null))
                                        .chain(found -> log(found, before, Map.of()))));
    }

    private static Uni<Integer> stopCounting(StoreId store, MenuItemId item) {
        return session()
                .chain(session -> session.createNativeQuery(STOP)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .executeUpdate());
    }

    /** The item's count as it is, by its id, and stays until this transaction changes it; empty where the item is not counted. */
    private Uni<Map<String, Count>> lock(StoreId store, LocalDate day, MenuItemId item) {
        return session()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .getResultList())
                .chain(() -> find(store, day, item))
                .map(found -> found.map(one -> Map.of(item.value(), new Count(one.remaining(), one.daily())))
                        .orElse(Map.of()));
    }

    private Uni<StockLevel> level(StoreId store, LocalDate day, MenuItemId item) {
        return find(store, day, item)
                .map(found -> found.map(
                                one -> new StockLevel(one.remaining(), one.held(), one.soldToday(), one.daily()))
                        .orElseThrow(NotFound::new));
    }

    private Uni<Optional<ItemStock>> find(StoreId store, LocalDate day, MenuItemId item) {
        return levels(store, day)
                .map(all -> all.stream()
                        .filter(one -> one.menuItemId().equals(item))
                        .findFirst());
    }

    private Uni<List<ItemStock>> levels(StoreId store, LocalDate day) {
        return session()
                .chain(session -> session.createNativeQuery(LEVELS, Object[].class)
                        .setParameter("store", store.value())
                        .setParameter("day", day)
                        .getResultList())
                .map(rows -> rows.stream().map(StockDesk::item).toList());
    }

    private static ItemStock item(Object[] row) {
        return new ItemStock(
                new MenuItemId((String) row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                row[4] == null ? null : Integer.valueOf(number(row[4])));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static void requireFound(int rows) {
        if (rows == 0) {
            throw new NotFound();
        }
    }

    private Uni<LocalDate> day(StoreId store) {
        return stores.get(store).map(found -> found.tradingDay(clock.now()));
    }

    private static Stock.Entry entry(StoreId store, LocalDate day) {
        return Stock.Entry.of(store, day, MERCHANT);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
