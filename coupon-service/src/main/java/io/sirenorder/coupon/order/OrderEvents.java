package io.sirenorder.coupon.order;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPaymentReduced;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.coupon.loyalty.EarningDesk;
import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.coupon.loyalty.PointsDesk;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hears how orders fare. */
@ApplicationScoped
class OrderEvents implements FeedListener {
    private static final Duration LINGER = Duration.ofMillis(200);

    private final OrderOutcomes outcomes;
    private final PointsDesk points;
    private final EarningDesk earnings;

    OrderEvents(OrderOutcomes outcomes, PointsDesk points, EarningDesk earnings) {
        this.outcomes = outcomes;
        this.points = points;
        this.earnings = earnings;
    }

    @Override
    public String producer() {
        return "store";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(OrderPlaced.class, OrderEvents::isPromised, this::placed)
                .on(OrderAccepted.class, OrderEvents::isCouponOrder, this::accepted)
                .on(OrderFinished.class, this::finished)
                .on(OrderPaymentReduced.class, event -> earnings.reduce(event.order()))
                .on(OrderRefused.class, OrderEvents::isPromised, this::cameToNothing)
                .on(OrderCancelled.class, OrderEvents::isPromised, this::cameToNothing)
                .on(OrderExpired.class, OrderEvents::isPromised, this::cameToNothing);
    }

    /** Waited for by no buyer and no till: the events of a moment share a transaction. */
    @Override
    public Duration linger() {
        return LINGER;
    }

    /** Whether something of this service's was promised for the order: without, only its end has an effect here. */
    private static boolean isPromised(OrderEvent event) {
        return isCouponOrder(event) || hasPoints(event.order());
    }

    private Uni<Void> placed(OrderPlaced event) {
        if (isCouponOrder(event)) {
            return outcomes.placed(event.order());
        }
        return hasPoints(event.order()) ? points.spend(checkout(event)) : nothing();
    }

    private Uni<Void> accepted(OrderAccepted event) {
        return isCouponOrder(event) ? outcomes.accepted(event.order()) : nothing();
    }

    private Uni<Void> finished(OrderFinished event) {
        return earnings.earn(event.order(), event.buyer());
    }

    private Uni<Void> cameToNothing(OrderEvent event) {
        if (isCouponOrder(event)) {
            return outcomes.cameToNothing(event.order());
        }
        return hasPoints(event.order()) ? points.giveBack(checkout(event), Percent.ALL) : nothing();
    }

    private static boolean isCouponOrder(OrderEvent event) {
        return event.order().tender() == Tender.COUPON;
    }

    /** Without them, no order needs a look at the ledger before it is finished. */
    private static boolean hasPoints(OrderView order) {
        return order.discountKrw().isPositive();
    }

    private static CheckoutId checkout(OrderEvent event) {
        return new CheckoutId(event.order().orderId().value());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
