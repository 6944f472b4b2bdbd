package io.sirenorder.store.coupon;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.coupon.CouponReservation;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.store.menu.Menu;
import io.sirenorder.store.order.Placement;
import io.sirenorder.store.order.PlacementDesk;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.storefront.OpenStores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Places an order that a coupon pays for: the store first, then the coupon, then the order with its stock and kitchen time.
 * A refusal releases the coupon at once; after an outage coupon-service asks whether the order exists.
 */
@ApplicationScoped
class CouponOrderDesk {
    private final OpenStores open;
    private final CouponClient coupons;
    private final Menu menu;
    private final PlacementDesk placements;

    CouponOrderDesk(OpenStores open, CouponClient coupons, Menu menu, PlacementDesk placements) {
        this.open = open;
        this.coupons = coupons;
        this.menu = menu;
        this.placements = placements;
    }

    /** The first of {@code buyer} is who orders; the others are addresses that they proved. */
    Uni<OrderView> place(OrderId id, StoreId store, List<Recipient> buyer, CouponOrder wanted) {
        return open.require(store)
                .chain(() -> coupons.reserve(
                        id, new CouponReservation.Request(store, wanted.code(), buyer, wanted.options())))
                .chain(reserved -> made(store, wanted, reserved.line())
                        .chain(line ->
                                placements.place(placement(id, store, buyer.get(0), wanted, line), Liveness.LIVE))
                        .onFailure(Problem.class)
                        .call(() -> coupons.release(id)));
    }

    /** The line as this store makes it, at the coupon's value: the store's price and extras are the issuer's matter. */
    private Uni<OrderLine> made(StoreId store, CouponOrder wanted, OrderLine bought) {
        QuoteRequest.Line line = new QuoteRequest.Line(bought.menuItemId(), bought.quantity(), wanted.options());
        return Panache.withSession(() -> menu.price(store, wanted.pickup(), List.of(line)))
                .map(basket -> basket.lines().get(0))
                .map(priced -> new OrderLine(
                        bought.menuItemId(),
                        bought.name(),
                        bought.quantity(),
                        priced.options(),
                        bought.priceKrw(),
                        priced.englishName(),
                        priced.choices(),
                        null));
    }

    private static Placement placement(OrderId id, StoreId store, Recipient buyer, CouponOrder wanted, OrderLine line) {
        return new Placement(
                id,
                store,
                buyer,
                List.of(line),
                Krw.ZERO,
                line.totalKrw(),
                Tender.COUPON,
                wanted.pickup(),
                wanted.note(),
                null);
    }
}
