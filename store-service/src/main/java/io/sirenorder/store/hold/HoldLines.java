package io.sirenorder.store.hold;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.store.stock.Stock.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Lines of holds: pieces of counted items, and units of kitchen slots; in the caller's transaction. */
@ApplicationScoped
class HoldLines {
    private static final String FORGET = "DELETE FROM hold_lines WHERE checkout_id = :id";
    private static final String PIECES = """
            SELECT menu_item_id, amount FROM hold_lines WHERE checkout_id = :id AND menu_item_id IS NOT NULL
            ORDER BY menu_item_id
            """;
    private static final String LINE = """
            INSERT INTO hold_lines (checkout_id, slot_at, menu_item_id, amount)
            VALUES (:id, cast(cast(:slot AS text) AS timestamptz), cast(:item AS text), :amount)
            """;

    /** Pieces of counted items that a hold took, in the order of their ids. */
    Uni<List<Taken>> pieces(CheckoutId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PIECES, Object[].class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Taken(new MenuItemId((String) row[0]), ((Number) row[1]).intValue()))
                        .toList());
    }

    Uni<Void> add(CheckoutId id, Taken taken) {
        return line(id, null, taken.item().value(), taken.amount());
    }

    Uni<Void> add(CheckoutId id, Instant slot, int units) {
        return line(id, slot.toString(), null, units);
    }

    private static Uni<Void> line(CheckoutId id, String slot, String item, int amount) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LINE)
                        .setParameter("id", id.value())
                        .setParameter("slot", slot)
                        .setParameter("item", item)
                        .setParameter("amount", amount)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Deletes the lines of a hold that ended, before it is used again. */
    Uni<Void> forget(CheckoutId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("id", id.value())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
