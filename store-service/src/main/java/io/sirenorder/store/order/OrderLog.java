package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where every change of an order is entered: its next deadline and its event go with it. */
@ApplicationScoped
class OrderLog {
    private final Orders orders;
    private final Outbox outbox;
    private final OrderMetrics counter;
    private final Deadlines deadlines;

    OrderLog(Orders orders, Outbox outbox, OrderMetrics counter, AcceptanceConfig config, CollectionConfig collection) {
        this.orders = orders;
        this.outbox = outbox;
        this.counter = counter;
        this.deadlines = Deadlines.of(config, collection);
    }

    /** A new one, as it is after its first event: what a row is inserted with must hold its rules already. */
    Uni<OrderView> open(Order order, OrderEvent event) {
        order.schedule(deadlines);
        return orders.persist(order).chain(() -> enter(order, event));
    }

    /** Within the transaction that changed it. */
    Uni<OrderView> enter(Order order, OrderEvent event) {
        order.schedule(deadlines);
        return outbox.add(event, order.version())
                .invoke(() -> counter.happened(event))
                .replaceWith(event.order());
    }

    Deadlines deadlines() {
        return deadlines;
    }
}
