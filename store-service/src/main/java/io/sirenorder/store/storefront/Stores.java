package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.StoreId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;

/** All stores. */
@ApplicationScoped
public class Stores implements PanacheRepositoryBase<Store, UUID> {

    public Uni<Store> get(StoreId id) {
        return findById(id.value()).onItem().ifNull().failWith(StoreUnknown::new);
    }

    /** Gets a store that buyers may see; fails as {@link #get} does for others, too. */
    Uni<Store> getPublic(StoreId id) {
        return get(id).invoke(store -> {
            if (!store.isPublic()) {
                throw new StoreUnknown();
            }
        });
    }

    /** Locks the row until the transaction ends. */
    public Uni<Store> lock(StoreId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(StoreUnknown::new);
    }

    Uni<List<Store>> after(UUID id, int limit) {
        return find("id > ?1 and standing = 'ACTIVE' order by id", id)
                .range(0, limit - 1)
                .list();
    }

    /** Finds the stores among these ids that sell. */
    Uni<List<Store>> all(Collection<UUID> ids) {
        return list("id in ?1 and standing = 'ACTIVE'", ids);
    }

    /** Some whose pause or busy time is over, locked; those that another replica holds are left to it. */
    Uni<List<Store>> ending(Instant at, int limit) {
        return getSession()
                .chain(session -> session.createQuery("""
                                select s from Store s where least(s.busyUntil, s.pausedUntil) <= :at
                                and (s.busyUntil is not null or s.pausedUntil is not null)
                                """, Store.class)
                        .setParameter("at", at)
                        .setMaxResults(limit)
                        .setLockMode("s", LockMode.UPGRADE_SKIPLOCKED)
                        .getResultList());
    }

    /** Gives slots that have not ended a new capacity, at least what they hold. */
    Uni<Integer> resizeSlots(StoreId id, int capacity) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE kitchen_slots SET capacity = greatest(:capacity, units)
                        WHERE store_id = :store AND starts_at > now() - interval '30 minutes'
                        """)
                        .setParameter("capacity", capacity)
                        .setParameter("store", id.value())
                        .executeUpdate());
    }

    /** Accuracy of the promises of the last seven days. */
    Uni<PromiseFigures> figures(StoreId id) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT count(*), count(*) FILTER (WHERE finished_at <= promised_until),
                               percentile_cont(0.5) WITHIN GROUP (
                                   ORDER BY extract(epoch FROM finished_at - promised_until))
                        FROM orders
                        WHERE store_id = :store AND placed_at > now() - interval '7 days'
                          AND finished_at IS NOT NULL AND promised_until IS NOT NULL
                        """, Object[].class)
                        .setParameter("store", id.value())
                        .getSingleResult())
                .map(PromiseFigures::of);
    }
}
