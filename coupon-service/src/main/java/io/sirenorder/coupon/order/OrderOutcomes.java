package io.sirenorder.coupon.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.coupon.coupon.Cause;
import io.sirenorder.coupon.coupon.Coupon;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.gift.GiftOutcomes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Ends or restores the coupon that an order holds, and the gift that the coupon was. */
@Startup
@ApplicationScoped
@WithTransaction
class OrderOutcomes {
    private static final Logger LOG = Logger.getLogger(OrderOutcomes.class);
    private final CouponDesk coupons;
    private final GiftOutcomes gifts;
    private final Counter withoutCoupon;

    OrderOutcomes(CouponDesk coupons, GiftOutcomes gifts, MeterRegistry metrics) {
        this.coupons = coupons;
        this.gifts = gifts;
        this.withoutCoupon = metrics.counter("siren.coupons.orders.without.coupon");
    }

    Uni<Void> placed(OrderView order) {
        return withCoupon(order, coupons::orderSeen);
    }

    Uni<Void> accepted(OrderView order) {
        return withCoupon(order, this::use);
    }

    private Uni<Void> use(Coupon coupon) {
        return coupon.isUsed()
                ? Uni.createFrom().voidItem()
                : coupons.use(coupon).chain(gifts::used);
    }

    /**
     * The store was asked, and the order waited then. Events that were heard since may have ended it: only the coupon that it
     * still holds is marked.
     */
    Uni<Void> wasWaiting(OrderId order) {
        return ifHeld(order, coupons::orderSeen);
    }

    /** The same of an order that was accepted. */
    Uni<Void> wasAccepted(OrderId order) {
        return ifHeld(order, this::use);
    }

    private Uni<Void> ifHeld(OrderId order, Function<Coupon, Uni<Void>> change) {
        return coupons.lockedFor(order).onItem().ifNotNull().transformToUni(change::apply);
    }

    /** Refused, cancelled, expired: back in the box. */
    Uni<Void> cameToNothing(OrderView order) {
        return ifHeld(order.orderId(), coupon -> release(coupon, new Cause("order", reasonOf(order))));
    }

    private static String reasonOf(OrderView order) {
        return order.reason() == null ? order.status().wire() : order.reason().name();
    }

    /** No such order was placed when that was asked: back in the box, unless one was heard of since. */
    Uni<Void> neverPlaced(OrderId order) {
        return ifHeld(
                order,
                coupon -> coupon.isOrderSeen()
                        ? Uni.createFrom().voidItem()
                        : release(coupon, new Cause("order", "never-placed")));
    }

    private Uni<Void> release(Coupon coupon, Cause because) {
        return coupons.restore(coupon, because).chain(gifts::givenBack);
    }

    /** An order whose coupon was given back too early gets it again if it is still free. */
    private Uni<Void> withCoupon(OrderView order, Function<Coupon, Uni<Void>> change) {
        return coupons.lockedFor(order.orderId())
                .onItem()
                .ifNull()
                .switchTo(() -> coupons.reclaim(order.orderId(), chosen(order)))
                .chain(coupon -> coupon == null ? countLost(order) : change.apply(coupon));
    }

    private static Map<String, String> chosen(OrderView order) {
        return order.lines().get(0).options();
    }

    private Uni<Void> countLost(OrderView order) {
        withoutCoupon.increment();
        LOG.warnf("order %s was placed for a coupon that it does not hold", order.orderId());
        return Uni.createFrom().voidItem();
    }
}
