package io.sirenorder.store.stock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes pieces of counted items and gives them back, in the caller's transaction. Items are taken in the order of their
 * ids, so that two orders never wait for each other. Items that a store does not count are passed over.
 */
@ApplicationScoped
public class Stock {
    private static final String COUNTED = """
            SELECT menu_item_id, daily IS NOT NULL AND (day IS NULL OR day < :day) FROM store_stock
            WHERE store_id = :store AND menu_item_id IN (:items) AND counted ORDER BY menu_item_id
            """;
    private static final String NEW_DAY = """
            UPDATE store_stock SET on_hand = held + daily, day = :day
            WHERE store_id = :store AND menu_item_id = :item AND counted AND daily IS NOT NULL
              AND (day IS NULL OR day < :day)
            """;
    /** The row stays locked until the transaction ends, so the ledger's entry travels with it. */
    private static final String HOLD = """
            WITH taken AS (
                UPDATE store_stock SET held = held + :n
                WHERE store_id = :store AND menu_item_id = :item AND counted AND on_hand - held >= :n
                RETURNING store_id, menu_item_id)
            INSERT INTO stock_moves (store_id, menu_item_id, day, on_hand_delta, held_delta, cause, ref, turn, by)
            SELECT store_id, menu_item_id, :day, 0, :n, 'HOLD', :ref, :turn, :by FROM taken
            """;

    private static final String SELL = """
            UPDATE store_stock SET held = held - :n, on_hand = on_hand - :n
            WHERE store_id = :store AND menu_item_id = :item
            """;
    private static final String RELEASE =
            "UPDATE store_stock SET held = held - :n WHERE store_id = :store AND menu_item_id = :item";
    private static final String RETURN =
            "UPDATE store_stock SET on_hand = on_hand + :n WHERE store_id = :store AND menu_item_id = :item";
    private static final String REMAINING =
            "SELECT on_hand - held FROM store_stock WHERE store_id = :store AND menu_item_id = :item AND counted";
    private static final String REMAINING_OF_ALL = """
            SELECT menu_item_id,
                   CASE WHEN daily IS NOT NULL AND (day IS NULL OR day < :day) THEN daily ELSE on_hand - held END
            FROM store_stock WHERE store_id = :store AND counted
            """;
    private static final String STRIKE = """
            UPDATE store_stock SET on_hand = held
            WHERE store_id = :store AND menu_item_id = :item AND counted AND on_hand > held
            """;
    private static final String MOVE = """
            INSERT INTO stock_moves (store_id, menu_item_id, day, on_hand_delta, held_delta, cause, ref, turn, by)
            VALUES (:store, :item, :day, :onHand, :held, :cause, cast(cast(:ref AS text) AS uuid), :turn, :by)
            """;

    /**
     * Store, trading day and origin of a change.
     *
     * @param ref id of the checkout or order, or null
     * @param turn how often that id took anew
     */
    public record Entry(StoreId store, LocalDate day, UUID ref, int turn, String by) {
        /** A change that is of no order. */
        public static Entry of(StoreId store, LocalDate day, String by) {
            return new Entry(store, day, null, 0, by);
        }
    }

    /** An item that a store counts. */
    private record Counted(MenuItemId item, boolean newDay) {}

    /** Pieces of an item that were taken. */
    public record Taken(MenuItemId item, int amount) {}

    /**
     * Sets pieces aside. An item of which too few are left is among the shortages; the caller then fails its transaction
     * or gives back what was taken.
     */
    public Uni<Holding> hold(Entry entry, SortedMap<MenuItemId, Integer> pieces) {
        Holding holding = new Holding(new ArrayList<>(), new ArrayList<>());
        return counted(entry, pieces.keySet())
                .chain(items -> InOrder.each(items, found -> hold(entry, found, pieces.get(found.item()), holding)))
                .replaceWith(holding);
    }

    /** Outcome of a hold: pieces that were set aside, and items that are short. */
    public record Holding(List<Taken> taken, List<Shortage> shortages) {}

    private Uni<Void> hold(Entry entry, Counted found, int amount, Holding holding) {
        MenuItemId item = found.item();
        return (found.newDay() ? newDay(entry, item) : Uni.createFrom().voidItem())
                .chain(() -> hold(entry, item, amount))
                .chain(rows -> {
                    if (rows == 1) {
                        holding.taken().add(new Taken(item, amount));
                        return Uni.createFrom().voidItem();
                    }
                    return remaining(entry.store(), item)
                            .invoke(left -> holding.shortages().add(new Shortage(item, left)))
                            .replaceWithVoid();
                });
    }

    private static Uni<Integer> hold(Entry entry, MenuItemId item, int amount) {
        return session()
                .chain(session -> session.createNativeQuery(HOLD)
                        .setParameter("n", amount)
                        .setParameter("store", entry.store().value())
                        .setParameter("item", item.value())
                        .setParameter("day", entry.day())
                        .setParameter("ref", entry.ref())
                        .setParameter("turn", entry.turn())
                        .setParameter("by", entry.by())
                        .executeUpdate());
    }

    private static Uni<List<Counted>> counted(Entry entry, Collection<MenuItemId> items) {
        return session()
                .chain(session -> session.createNativeQuery(COUNTED, Object[].class)
                        .setParameter("store", entry.store().value())
                        .setParameter("day", entry.day())
                        .setParameter(
                                "items", items.stream().map(MenuItemId::value).toList())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Counted(new MenuItemId((String) row[0]), (Boolean) row[1]))
                        .toList());
    }

    /** Begins the count of a new trading day, where the item has one: held pieces come on top. */
    Uni<Void> newDay(Entry entry, MenuItemId item) {
        return session()
                .chain(session -> session.createNativeQuery(NEW_DAY)
                        .setParameter("store", entry.store().value())
                        .setParameter("item", item.value())
                        .setParameter("day", entry.day())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The held pieces are sold. */
    public Uni<Void> sell(Entry entry, Taken taken) {
        return change(SELL, entry, taken, -1, -1, "SALE");
    }

    /** The held pieces are free again. */
    public Uni<Void> release(Entry entry, Taken taken) {
        return change(RELEASE, entry, taken, 0, -1, "RELEASE");
    }

    /** The sold pieces come back, since nothing was made of them. */
    public Uni<Void> giveBack(Entry entry, Taken taken) {
        return change(RETURN, entry, taken, 1, 0, "RETURN");
    }

    private Uni<Void> change(String sql, Entry entry, Taken taken, int onHand, int held, String cause) {
        return update(sql, entry.store(), taken.item(), taken.amount())
                .chain(() -> move(entry, taken.item(), onHand * taken.amount(), held * taken.amount(), cause));
    }

    /** Sets the remainder of a struck item to nothing; held pieces stay. */
    public Uni<Void> strike(Entry entry, MenuItemId item) {
        return remaining(entry.store(), item)
                .chain(left -> left == null || left == 0
                        ? Uni.createFrom().voidItem()
                        : session()
                                .chain(session -> session.createNativeQuery(STRIKE)
                                        .setParameter("store", entry.store().value())
                                        .setParameter("item", item.value())
                                        .executeUpdate())
                                .chain(() -> move(entry, item, -left, 0, "STRUCK")));
    }

    /** Pieces left of each counted item of a store on a trading day. */
    public Uni<Map<MenuItemId, Integer>> remaining(StoreId store, LocalDate day) {
        return session()
                .chain(session -> session.createNativeQuery(REMAINING_OF_ALL, Object[].class)
                        .setParameter("store", store.value())
                        .setParameter("day", day)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new MenuItemId((String) row[0]), row -> ((Number) row[1]).intValue())));
    }

    /** Pieces left, or null where the item is not counted. */
    Uni<Integer> remaining(StoreId store, MenuItemId item) {
        return session()
                .chain(session -> session.createNativeQuery(REMAINING, Integer.class)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .getSingleResultOrNull());
    }

    Uni<Void> move(Entry entry, MenuItemId item, int onHand, int held, String cause) {
        return session()
                .chain(session -> session.createNativeQuery(MOVE)
                        .setParameter("store", entry.store().value())
                        .setParameter("item", item.value())
                        .setParameter("day", entry.day())
                        .setParameter("onHand", onHand)
                        .setParameter("held", held)
                        .setParameter("cause", cause)
                        .setParameter(
                                "ref", entry.ref() == null ? null : entry.ref().toString())
                        .setParameter("turn", entry.turn())
                        .setParameter("by", entry.by())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> update(String sql, StoreId store, MenuItemId item, int amount) {
        return session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("store", store.value())
                        .setParameter("item", item.value())
                        .setParameter("n", amount)
                        .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
