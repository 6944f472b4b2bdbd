package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** All orders, open or ended; none is ever deleted. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<Order, UUID> {
    private static final String WHOLE = "select o from Order o left join fetch o.timeline where o.id ";

    Uni<Order> get(OrderId id) {
        return query(WHOLE + "= :id")
                .chain(query -> query.setParameter("id", id.value()).getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(NotFound::new);
    }

    /** Locks the order until the transaction ends; waits while another transaction has it. */
    Uni<Order> lock(OrderId id) {
        return find(id).onItem().ifNull().failWith(NotFound::new);
    }

    /** Locks an order, as {@link #lock} does; null when there is none. */
    Uni<Order> find(OrderId id) {
        return getSession()
                .chain(session -> locked(session, id)
                        .chain(order -> order == null || !order.isWhole()
                                ? apart(order == null ? session : session.detach(order), id)
                                : Uni.createFrom().item(order)));
    }

    /**
     * The row and its steps in one statement. Where it waited for the row, the row is new and the steps are as they were
     * before; {@link Order#isWhole} tells. Null also where the row has no steps at all.
     */
    private static Uni<Order> locked(Mutiny.Session session, OrderId id) {
        return session.createQuery("select o from Order o join fetch o.timeline where o.id = :id", Order.class)
                .setParameter("id", id.value())
                .setLockMode("o", LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /** The row first, and under its lock the steps. */
    private static Uni<Order> apart(Mutiny.Session session, OrderId id) {
        return session.find(Order.class, id.value(), LockMode.PESSIMISTIC_WRITE).call(Orders::whole);
    }

    /** Some open ones that the clock has to look at, locked; those that another replica holds are left to it. */
    Uni<List<Order>> due(Instant at, int limit) {
        return due("answering.dueAt", at, limit);
    }

    /** The same for finished ones. */
    Uni<List<Order>> toCollect(Instant at, int limit) {
        return due("handover.collectionDueAt", at, limit);
    }

    /** Some open ones of stores that were closed for good, locked likewise. */
    Uni<List<Order>> ofClosedStores(int limit) {
        return query("""
                        select o from Order o
                        where o.status in :open and o.sale.storeId in (select s.id from Store s where s.standing = 'CLOSED')
                        """)
                .chain(query -> query.setParameter("open", List.of(OrderStatus.WAITING, OrderStatus.ACCEPTED))
                        .setMaxResults(limit)
                        .setLockMode("o", LockMode.UPGRADE_SKIPLOCKED)
                        .getResultList());
    }

    private Uni<List<Order>> due(String column, Instant at, int limit) {
        return query("select o from Order o where o." + column + " <= :at order by o." + column)
                .chain(query -> query.setParameter("at", at)
                        .setMaxResults(limit)
                        .setLockMode("o", LockMode.UPGRADE_SKIPLOCKED)
                        .getResultList());
    }

    /** A store's orders that wait and that no till has acknowledged yet, locked, by id, with their timelines. */
    Uni<List<Order>> undelivered(StoreId store, Collection<UUID> ids) {
        return getSession()
                .chain(session -> undelivered(session, store, ids).chain(found -> {
                    List<Order> behind =
                            found.stream().filter(order -> !order.isWhole()).toList();
                    behind.forEach(session::detach);
                    return behind.isEmpty() ? Uni.createFrom().item(found) : undelivered(session, store, ids);
                }));
    }

    private static Uni<List<Order>> undelivered(Mutiny.Session session, StoreId store, Collection<UUID> ids) {
        return session.createQuery("""
                        select o from Order o join fetch o.timeline
                        where o.id in :ids and o.sale.storeId = :store and o.answering.deliveredAt is null
                          and o.status = :waiting
                        order by o.id
                        """, Order.class)
                .setParameter("ids", ids)
                .setParameter("store", store.value())
                .setParameter("waiting", OrderStatus.WAITING)
                .setLockMode("o", LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Orders with a step since then, by id, with their timelines. */
    Uni<List<Order>> since(Instant at, UUID after, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT DISTINCT order_id FROM order_steps WHERE at >= :at AND order_id > :after
                                ORDER BY order_id LIMIT :limit
                                """, UUID.class)
                        .setParameter("at", at)
                        .setParameter("after", after)
                        .setParameter("limit", limit)
                        .getResultList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : query(WHOLE + "in :ids order by o.id")
                                .chain(query -> query.setParameter("ids", ids).getResultList()));
    }

    /** The newest first, at most {@code limit}. */
    Uni<List<Order>> page(OrderSearch search, int limit) {
        return getSession()
                .chain(session -> search.ids(session).setMaxResults(limit).getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : all(ids));
    }

    private Uni<List<Order>> all(List<UUID> ids) {
        return query(WHOLE + "in :ids order by o.placedAt desc, o.id desc")
                .chain(query -> query.setParameter("ids", ids).getResultList());
    }

    /** Brings in its timeline. */
    static Uni<?> whole(Order order) {
        return order == null ? Uni.createFrom().voidItem() : Mutiny.fetch(order.kept());
    }

    private Uni<Mutiny.SelectionQuery<Order>> query(String hql) {
        return getSession().map(session -> session.createQuery(hql, Order.class));
    }
}
