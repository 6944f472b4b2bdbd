package io.sirenorder.coupon.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.coupon.coupon.CodePresentation;
import io.sirenorder.coupon.coupon.Coupon;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.coupon.CouponNotUsable;
import io.sirenorder.coupon.holder.Holders;
import io.sirenorder.coupon.menu.StoreClient;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Sets a coupon aside for an order, after asking the store whether it can be had there as wanted. */
@ApplicationScoped
class RedemptionDesk {
    private final Holders holders;
    private final CodePresentation counter;
    private final CouponDesk coupons;
    private final StoreClient store;

    RedemptionDesk(Holders holders, CodePresentation counter, CouponDesk coupons, StoreClient store) {
        this.holders = holders;
        this.counter = counter;
        this.coupons = coupons;
        this.store = store;
    }

    /** Repeatable: an order that holds this coupon already is told so again. */
    Uni<CouponReservation> reserve(OrderId order, CouponReservation.Request wish) {
        return holders.of(wish.holders())
                .chain(buyer -> counter.present(wish.code(), buyer)
                        .chain(coupon -> order.equals(coupon.orderId())
                                ? Uni.createFrom().item(coupon)
                                : reserve(order, wish, buyer, coupon)))
                .map(RedemptionDesk::reservation);
    }

    private Uni<Coupon> reserve(OrderId order, CouponReservation.Request wish, List<Recipient> buyer, Coupon coupon) {
        if (!coupon.isFree()) {
            return Uni.createFrom().failure(new CouponNotUsable());
        }
        return chosen(wish, coupon).chain(options -> coupons.reserve(coupon.id(), order, buyer, options));
    }

    /** The wanted choices in full: those that cost no more than the coupon was bought for, or its own cost there now. */
    private Uni<Map<String, String>> chosen(CouponReservation.Request wish, Coupon coupon) {
        OrderLine own = coupon.line();
        var asWanted = new QuoteRequest.Line(own.menuItemId(), own.quantity(), wish.options());
        var asBought = new QuoteRequest.Line(own.menuItemId(), own.quantity(), own.options());
        return store.priced(new QuoteRequest(wish.storeId(), List.of(asWanted, asBought)))
                .invoke(lines -> checkCovered(lines.get(0), lines.get(1), own))
                .map(lines -> lines.get(0).options());
    }

    private static void checkCovered(OrderLine wanted, OrderLine asBoughtThere, OrderLine own) {
        Krw covered =
                Krw.of(Math.max(asBoughtThere.priceKrw().won(), own.priceKrw().won()));
        if (wanted.priceKrw().compareTo(covered) > 0) {
            throw new OptionsNotCovered(wanted.priceKrw().minus(covered).times(own.quantity()));
        }
    }

    Uni<CouponReservation> find(OrderId order) {
        return coupons.reservedFor(order)
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .map(RedemptionDesk::reservation);
    }

    private static CouponReservation reservation(Coupon coupon) {
        return new CouponReservation(coupon.id(), coupon.orderedLine());
    }
}
