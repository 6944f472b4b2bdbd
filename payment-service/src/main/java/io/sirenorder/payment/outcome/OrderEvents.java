package io.sirenorder.payment.outcome;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.sirenorder.payment.checkout.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Consumes events of orders: a placed order stands, one that ends unfinished is paid back. */
@ApplicationScoped
class OrderEvents implements FeedListener {
    private static final Duration LINGER = Duration.ofMillis(100);

    private final OutcomeDesk desk;

    OrderEvents(OutcomeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String producer() {
        return "store";
    }

    /** A refund may wait that long: the events of a moment share a transaction. */
    @Override
    public Duration linger() {
        return LINGER;
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(OrderPlaced.class, placed -> desk.became(checkout(placed), Outcome.ORDER))
                .on(OrderRefused.class, this::ended)
                .on(OrderCancelled.class, this::ended)
                .on(OrderExpired.class, this::ended);
    }

    private Uni<Void> ended(OrderEvent event) {
        String reason = event.order().reason() == null
                ? event.order().status().name()
                : event.order().reason().name();
        return desk.orderEnded(checkout(event), reason);
    }

    private static CheckoutId checkout(OrderEvent event) {
        return new CheckoutId(event.order().orderId().value());
    }
}
