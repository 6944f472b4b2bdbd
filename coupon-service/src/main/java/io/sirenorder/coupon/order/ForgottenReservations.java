package io.sirenorder.coupon.order;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.coupon.coupon.CouponConfig;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.menu.StoreClient;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds coupons that are reserved for orders of which no event came, and asks store-service. Asking twice does no harm, so
 * replicas need not agree on who asks.
 */
@ApplicationScoped
class ForgottenReservations implements Sweep {
    private static final Logger LOG = Logger.getLogger(ForgottenReservations.class);
    private static final int BATCH = 20;

    private final CouponDesk coupons;
    private final OrderOutcomes outcomes;
    private final StoreClient store;
    private final CouponConfig config;

    ForgottenReservations(CouponDesk coupons, OrderOutcomes outcomes, StoreClient store, CouponConfig config) {
        this.coupons = coupons;
        this.outcomes = outcomes;
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "the look for forgotten reservations";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM coupons WHERE status = 'RESERVED' AND order_seen_at IS NULL
                        AND reserved_at <= now() - interval '%d seconds')""".formatted(config.reservationPatience().toSeconds());
    }

    @Override
    public Uni<Void> run() {
        return coupons.unconfirmed(BATCH).chain(orders -> InOrder.each(orders, this::ask));
    }

    private Uni<Void> ask(OrderId order) {
        return store.order(order)
                .chain(found -> settle(order, found))
                .onFailure(NeighbourUnavailable.class)
                .recoverWithUni(later -> {
                    LOG.infof("the store can't say yet whether order %s exists", order);
                    return Uni.createFrom().voidItem();
                });
    }

    /** Takes an answer of the store into account, which may be older than what the feed has told since. */
    Uni<Void> settle(OrderId id, Optional<OrderView> found) {
        if (found.isEmpty()) {
            return outcomes.neverPlaced(id);
        }
        OrderView order = found.get();
        return switch (order.status()) {
            case WAITING -> outcomes.wasWaiting(id);
            case ACCEPTED, FINISHED -> outcomes.wasAccepted(id);
            case REFUSED, CANCELLED, EXPIRED -> outcomes.cameToNothing(order);
        };
    }
}
