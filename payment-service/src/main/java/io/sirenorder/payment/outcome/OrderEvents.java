package io.sirenorder.payment.outcome;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.StoreEvent.StoreDaySealed;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.sirenorder.payment.checkout.Outcome;
import io.sirenorder.payment.clearing.StoreDaySeals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Consumes store-service's events: a placed order stands, one that ends unfinished is paid back, a sealed day is kept. */
@ApplicationScoped
class OrderEvents implements FeedListener {
    private static final Duration LINGER = Duration.ofMillis(100);

    private final OutcomeDesk desk;
    private final StoreDaySeals seals;

    OrderEvents(OutcomeDesk desk, StoreDaySeals seals) {
        this.desk = desk;
        this.seals = seals;
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
                .on(
                        OrderPlaced.class,
                        placed -> placed.order().tender() != Tender.COUPON,
                        placed -> desk.became(checkout(placed), Outcome.ORDER))
                .on(OrderRefused.class, this::ended)
                .on(OrderCancelled.class, this::ended)
                .on(OrderExpired.class, this::ended)
                .on(StoreDaySealed.class, seals::keep);
    }

    private Uni<Void> ended(OrderEvent event) {
        String reason = event.order().reason() == null
                ? event.order().status().name()
                : event.order().reason().name();
        return desk.orderEnded(checkout(event), event.order().tender() == Tender.CARD, reason);
    }

    private static CheckoutId checkout(OrderEvent event) {
        return new CheckoutId(event.order().orderId().value());
    }
}
