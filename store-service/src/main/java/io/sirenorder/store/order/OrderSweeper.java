package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Looks at the deadlines. Every replica does; an order's row lock keeps them apart. */
@ApplicationScoped
class OrderSweeper {
    private static final int BATCH = 50;

    private final Orders orders;
    private final OrderLog book;
    private final StoreDesk stores;
    private final DatabaseClock clock;
    private final AcceptanceConfig config;

    OrderSweeper(Orders orders, OrderLog book, StoreDesk stores, DatabaseClock clock, AcceptanceConfig config) {
        this.orders = orders;
        this.book = book;
        this.stores = stores;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "${siren.acceptance.sweep-every:1S}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Panache.withTransaction(() -> batch(clock.now()))
                .chain(found -> found < BATCH ? Uni.createFrom().voidItem() : sweep());
    }

    private Uni<Integer> batch(Instant now) {
        return orders.due(now, BATCH)
                .call(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(order -> tick(order, now))
                        .collect()
                        .last())
                .map(due -> due.size());
    }

    private Uni<Void> tick(Order order, Instant now) {
        return Orders.whole(order)
                .chain(() -> order.tick(book.deadlines(), now)
                        .map(event -> enter(order, event))
                        .orElseGet(() -> postpone(order)));
    }

    private Uni<Void> enter(Order order, OrderEvent event) {
        return book.enter(order, event)
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

    /** Its deadlines were made longer meanwhile. */
    private Uni<Void> postpone(Order order) {
        order.schedule(book.deadlines());
        return Uni.createFrom().voidItem();
    }
}
