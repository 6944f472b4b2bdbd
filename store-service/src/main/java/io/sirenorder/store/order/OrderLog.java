package io.sirenorder.store.order;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.store.hold.HoldDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Enters each change of an order: its next deadline, its event, and what it gives back go with it. */
@ApplicationScoped
class OrderLog {
    private final Orders orders;
    private final Outbox outbox;
    private final OrderMetrics counter;
    private final HoldDesk holds;
    private final Deadlines deadlines;

    OrderLog(
            Orders orders,
            Outbox outbox,
            OrderMetrics counter,
            HoldDesk holds,
            AcceptanceConfig config,
            CollectionConfig collection) {
        this.orders = orders;
        this.outbox = outbox;
        this.counter = counter;
        this.holds = holds;
        this.deadlines = Deadlines.of(config, collection);
    }

    /** A new one, as it is after its first event: what a row is inserted with must hold its rules already. */
    Uni<OrderView> open(Order order, OrderEvent event) {
        order.schedule(deadlines); // once: each write of an embedded value after persist makes an update necessary
        return orders.persist(order).chain(() -> told(order, event));
    }

    /** Within the transaction that changed it. */
    Uni<OrderView> enter(Order order, OrderEvent event) {
        order.schedule(deadlines);
        return told(order, event);
    }

    private Uni<OrderView> told(Order order, OrderEvent event) {
        return outbox.add(event, order.version(), OrderSteps.of(order, event))
                .call(() -> endsUnmade(order, event)
                        ? holds.giveBack(new CheckoutId(order.id().value()))
                        : Uni.createFrom().voidItem())
                .invoke(() -> counter.happened(event))
                .replaceWith(event.order());
    }

    private static boolean endsUnmade(Order order, OrderEvent event) {
        boolean ends =
                event instanceof OrderRefused || event instanceof OrderCancelled || event instanceof OrderExpired;
        return ends && order.endedUnmade();
    }

    Deadlines deadlines() {
        return deadlines;
    }
}
