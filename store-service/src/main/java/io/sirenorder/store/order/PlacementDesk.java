package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.store.hold.Booking;
import io.sirenorder.store.hold.HoldDesk;
import io.sirenorder.store.hold.KitchenFull;
import io.sirenorder.store.menu.ItemUnavailable;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.storefront.Store;
import io.sirenorder.store.storefront.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes orders of what was paid for. Each placing is one transaction: the order, what it takes, and its event commit together. */
@ApplicationScoped
@WithTransaction
public class PlacementDesk {
    private final Orders orders;
    private final Stores stores;
    private final Tickets tickets;
    private final OrderLog log;
    private final DatabaseClock clock;
    private final HoldDesk holds;

    PlacementDesk(Orders orders, Stores stores, Tickets tickets, OrderLog log, DatabaseClock clock, HoldDesk holds) {
        this.orders = orders;
        this.stores = stores;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
        this.holds = holds;
    }

    /**
     * Makes an order of what was paid for, once: the second time, the order as it stands is the answer. Where the store
     * has closed meanwhile, or has no room for an order without a hold, the order is refused at once; a coupon order
     * without room fails with the problem instead.
     */
    public Uni<OrderView> place(Placement placement, Liveness tills) {
        return stores.get(placement.storeId()).chain(store -> {
            Instant now = clock.now();
            return closed(store, tills, now)
                    .map(why -> unlessKnown(
                            placement,
                            () -> holds.release(checkout(placement)).chain(() -> turnAway(placement, store, why, now))))
                    .orElseGet(() -> place(placement, store, now));
        });
    }

    /** An open hold says that the order does not exist yet: both change in one transaction. */
    private Uni<OrderView> place(Placement placement, Store store, Instant now) {
        return holds.commit(checkout(placement))
                .chain(booking -> booking.isPresent()
                        ? open(placement, store, booking.get(), now)
                        : unlessKnown(placement, () -> withoutHold(placement, store, now)));
    }

    private Uni<OrderView> unlessKnown(Placement placement, Supplier<Uni<OrderView>> placing) {
        return orders.find(placement.orderId())
                .chain(known -> known == null ? placing.get() : Uni.createFrom().item(known.view()));
    }

    private static Optional<Reason> closed(Store store, Liveness tills, Instant now) {
        if (!store.takesOrders(now)) {
            return Optional.of(Reason.STORE_CLOSED);
        }
        return tills == Liveness.GONE ? Optional.of(Reason.STORE_UNREACHABLE) : Optional.empty();
    }

    /** An order that holds nothing takes what it needs now. */
    private Uni<OrderView> withoutHold(Placement placement, Store store, Instant now) {
        CheckoutId checkout = checkout(placement);
        if (placement.promise() != null) {
            holds.lost(checkout);
        }
        return holds.takeNow(checkout, placement.buyer(), store, placement.lines())
                .chain(booking -> open(placement, store, booking, now))
                .onFailure(PlacementDesk::isForWantOfRoom)
                .recoverWithUni(refusal -> withoutRoom(placement, store, (Problem) refusal, now));
    }

    private Uni<OrderView> open(Placement placement, Store store, Booking booking, Instant now) {
        return tickets.next(store, now).chain(ticket -> {
            Order order = new Order(placement, store, ticket, log.deadlines(), now);
            order.promise(booking.units(), placement.promise() == null ? booking.promise() : placement.promise());
            return log.open(order, order.place(now));
        });
    }

    private static boolean isForWantOfRoom(Throwable failure) {
        return failure instanceof ItemUnavailable || failure instanceof KitchenFull;
    }

    /** A coupon order is refused before it exists; one that is paid becomes an order that is refused at once. */
    private Uni<OrderView> withoutRoom(Placement placement, Store store, Problem refusal, Instant now) {
        if (placement.tender() == Tender.COUPON) {
            return Uni.createFrom().failure(refusal);
        }
        Reason why = refusal instanceof KitchenFull ? Reason.TOO_BUSY : Reason.SOLD_OUT;
        return turnAway(placement, store, why, now);
    }

    private Uni<OrderView> turnAway(Placement placement, Store store, Reason why, Instant now) {
        return tickets.next(store, now).chain(ticket -> {
            Order order = new Order(placement, store, ticket, log.deadlines(), now);
            return log.open(order, order.turnAway(why, now));
        });
    }

    private static CheckoutId checkout(Placement placement) {
        return new CheckoutId(placement.orderId().value());
    }
}
