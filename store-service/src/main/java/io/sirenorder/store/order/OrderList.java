package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** Reads orders, one or a page at a time. */
@ApplicationScoped
@WithSession
class OrderList {
    private final Orders orders;

    OrderList(Orders orders) {
        this.orders = orders;
    }

    Uni<OrderView> get(OrderId id) {
        return orders.get(id).map(Order::view);
    }

    /** The payment that it was made of; fails with {@link NotFound} where that was a coupon. */
    Uni<Purchase> purchase(OrderId id) {
        return orders.get(id).map(order -> order.purchase().orElseThrow(NotFound::new));
    }

    /** The order if it is the caller's; otherwise the same answer as for none. */
    Uni<OrderView> get(OrderId id, Predicate<Order> mine) {
        return orders.get(id).map(order -> {
            if (!mine.test(order)) {
                throw new NotFound();
            }
            return order.view();
        });
    }

    /** The hashed timeline of an order. */
    Uni<Timeline> timeline(OrderId id, Predicate<Order> mine) {
        return orders.get(id).map(order -> {
            if (!mine.test(order)) {
                throw new NotFound();
            }
            return order.timelineView();
        });
    }

    /** The code of an order if it is the caller's. */
    Uni<PickupCode> code(OrderId id, Predicate<Order> mine) {
        return orders.get(id).map(order -> {
            if (!mine.test(order)) {
                throw new NotFound();
            }
            return new PickupCode(order.handover().pickupCode());
        });
    }

    Uni<Page<OrderView>> page(OrderSearch search, PageLimit limit) {
        return orders.page(search, limit.plusOne())
                .map(found -> Page.of(found.stream().map(Order::view).toList(), limit, OrderSearch::cursor));
    }
}
