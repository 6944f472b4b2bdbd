package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Looks at the deadlines, and refuses the open orders of closed stores. Every replica does; an order's row lock keeps them apart. */
@ApplicationScoped
class OrderSweeper implements Sweep {
    private static final int BATCH = 50;

    private final Orders orders;
    private final OrderLog log;
    private final StoreDesk stores;
    private final DatabaseClock clock;
    private final AcceptanceConfig config;

    OrderSweeper(Orders orders, OrderLog log, StoreDesk stores, DatabaseClock clock, AcceptanceConfig config) {
        this.orders = orders;
        this.log = log;
        this.stores = stores;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public String name() {
        return "the deadlines of orders";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM orders WHERE due_at <= now())
                OR EXISTS (SELECT FROM orders WHERE collection_due_at <= now())
                OR EXISTS (SELECT FROM stores s JOIN orders o ON o.store_id = s.id
                           WHERE s.standing = 'CLOSED' AND o.status IN ('WAITING', 'ACCEPTED'))""";
    }

    @Override
    public Uni<Void> run() {
        return sweep(orders::due).chain(() -> sweep(orders::toCollect)).chain(this::refuseThoseOfClosedStores);
    }

    private Uni<Void> refuseThoseOfClosedStores() {
        return Panache.withTransaction(
                        () -> orders.ofClosedStores(BATCH).call(found -> InOrder.each(found, this::refuse)))
                .chain(found -> found.size() < BATCH ? Uni.createFrom().voidItem() : refuseThoseOfClosedStores());
    }

    private Uni<Void> refuse(Order order) {
        return Orders.whole(order)
                .chain(() -> log.enter(order, order.storeClosed(clock.now())).replaceWithVoid());
    }

    private Uni<Void> sweep(BiFunction<Instant, Integer, Uni<List<Order>>> due) {
        return Panache.withTransaction(() -> batch(due, clock.now()))
                .chain(found -> found < BATCH ? Uni.createFrom().voidItem() : sweep(due));
    }

    private Uni<Integer> batch(BiFunction<Instant, Integer, Uni<List<Order>>> due, Instant now) {
        return due.apply(now, BATCH)
                .call(found -> InOrder.each(found, order -> tick(order, now)))
                .map(List::size);
    }

    private Uni<Void> tick(Order order, Instant now) {
        return Orders.whole(order)
                .chain(() -> order.tick(log.deadlines(), now)
                        .map(event -> enter(order, event))
                        .orElseGet(() -> postpone(order)));
    }

    private Uni<Void> enter(Order order, OrderEvent event) {
        return log.enter(order, event)
                .chain(() -> missed(event)
                        ? closeIfRepeated(order)
                        : Uni.createFrom().voidItem());
    }

    private static boolean missed(OrderEvent event) {
        return event instanceof OrderEvent.OrderExpired && event.order().reason() == Reason.STORE_UNREACHABLE;
    }

    private Uni<Void> closeIfRepeated(Order order) {
        return stores.missedOrder(order.storeId(), config.pauseAfter()).replaceWithVoid();
    }

    /** Schedules an order anew whose deadlines were made longer meanwhile. */
    private Uni<Void> postpone(Order order) {
        order.schedule(log.deadlines());
        return Uni.createFrom().voidItem();
    }
}
