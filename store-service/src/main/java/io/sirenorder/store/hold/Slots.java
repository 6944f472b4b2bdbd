package io.sirenorder.store.hold;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.store.hold.SlotPlan.Part;
import io.sirenorder.store.storefront.KitchenSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes units of a kitchen's slots and gives them back, in the caller's transaction. Slots are taken in the order of their
 * time, so that two orders never wait for each other; a slot that another order filled meanwhile is planned around.
 */
@ApplicationScoped
class Slots {
    private static final String TAKEN = """
            SELECT starts_at, units, capacity FROM kitchen_slots
            WHERE store_id = :store AND starts_at >= :from AND starts_at <= :until
            """;
    private static final String TAKE = """
            INSERT INTO kitchen_slots (store_id, starts_at, units, capacity) VALUES (:store, :slot, :n, :capacity)
            ON CONFLICT (store_id, starts_at) DO UPDATE SET units = kitchen_slots.units + :n
            WHERE kitchen_slots.units + :n <= kitchen_slots.capacity
            """;
    private static final String OF_HOLD = """
            SELECT slot_at, amount FROM hold_lines WHERE checkout_id = :id AND slot_at IS NOT NULL ORDER BY slot_at
            """;
    private static final String GIVE_BACK = """
            UPDATE kitchen_slots SET units = units - :n WHERE store_id = :store AND starts_at = :slot
            """;
    private static final String NOT_BEGUN = GIVE_BACK + " AND starts_at > now()";

    private final HoldLines lines;

    Slots(HoldLines lines) {
        this.lines = lines;
    }

    /** Slots of a store from one up to another, and what is free in them. */
    Uni<SlotPlan> plan(StoreId store, KitchenSettings kitchen, Instant from, Instant latest) {
        return session()
                .chain(session -> session.createNativeQuery(TAKEN, Object[].class)
                        .setParameter("store", store.value())
                        .setParameter("from", SlotPlan.slotOf(from, kitchen))
                        .setParameter("until", latest)
                        .getResultList())
                .map(rows -> new SlotPlan(kitchen, from, latest, free(rows)));
    }

    private static Map<Instant, Integer> free(List<Object[]> rows) {
        Map<Instant, Integer> free = new HashMap<>();
        rows.forEach(row -> free.put(instant(row[0]), ((Number) row[2]).intValue() - ((Number) row[1]).intValue()));
        return free;
    }

    /** Takes all units of a claim from the earliest slots; empty where there is no room, and then some may be taken. */
    Uni<Optional<List<Part>>> take(Claim claim, Instant from, Instant latest) {
        return take(claim, from, latest, claim.units(), new ArrayList<>());
    }

    private Uni<Optional<List<Part>>> take(Claim claim, Instant from, Instant latest, int units, List<Part> taken) {
        return plan(claim.store().id(), claim.store().kitchen(), from, latest)
                .map(plan -> plan.fill(units))
                .chain(planned -> planned.isEmpty()
                        ? Uni.createFrom().item(Optional.<List<Part>>empty())
                        : takeAll(claim, latest, planned.get(), 0, taken));
    }

    private Uni<Optional<List<Part>>> takeAll(
            Claim claim, Instant latest, List<Part> planned, int next, List<Part> taken) {
        if (next == planned.size()) {
            return Uni.createFrom().item(Optional.of(taken));
        }
        Part part = planned.get(next);
        return takeOne(claim, part).chain(done -> {
            if (done) {
                taken.add(part);
                return takeAll(claim, latest, planned, next + 1, taken);
            }
            int left = planned.stream().skip(next).mapToInt(Part::units).sum();
            return take(claim, part.slot(), latest, left, taken);
        });
    }

    private Uni<Boolean> takeOne(Claim claim, Part part) {
        return session()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("store", claim.store().id().value())
                        .setParameter("slot", part.slot())
                        .setParameter("n", part.units())
                        .setParameter("capacity", claim.store().kitchen().unitsPerSlot())
                        .executeUpdate())
                .call(rows -> rows == 1
                        ? lines.add(claim.id(), part.slot(), part.units())
                        : Uni.createFrom().voidItem())
                .map(rows -> rows == 1);
    }

    /** Gives back all that a hold took. */
    Uni<Void> release(StoreId store, CheckoutId id) {
        return giveBack(GIVE_BACK, store, id);
    }

    /** Gives back what an order took of slots that have not begun. */
    Uni<Void> giveBack(StoreId store, CheckoutId id) {
        return giveBack(NOT_BEGUN, store, id);
    }

    private Uni<Void> giveBack(String sql, StoreId store, CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(OF_HOLD, Object[].class)
                        .setParameter("id", id.value())
                        .getResultList())
                .chain(rows -> InOrder.each(rows, row -> giveBack(sql, store.value(), row)));
    }

    private static Uni<Integer> giveBack(String sql, UUID store, Object[] line) {
        return session()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("store", store)
                        .setParameter("slot", instant(line[0]))
                        .setParameter("n", ((Number) line[1]).intValue())
                        .executeUpdate());
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
