package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.feed.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Where every change of an order is entered: its next deadline and its event go with it. */
@ApplicationScoped
class OrderBook {
    private final Outbox outbox;
    private final OrderCounter counter;
    private final Deadlines deadlines;

    OrderBook(Outbox outbox, OrderCounter counter, AcceptanceConfig config) {
        this.outbox = outbox;
        this.counter = counter;
        this.deadlines = Deadlines.of(config);
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
