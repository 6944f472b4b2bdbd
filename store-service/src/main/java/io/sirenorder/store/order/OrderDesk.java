package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.store.menu.Menu;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Use cases of orders that were placed. Each is one transaction: a change and its event commit together or not at all. */
@ApplicationScoped
@WithTransaction
public class OrderDesk {
    private static final Logger LOG = Logger.getLogger(OrderDesk.class);

    private final Orders orders;
    private final OrderLog log;
    private final DatabaseClock clock;
    private final Menu menu;
    private final DelayConfig delay;

    OrderDesk(Orders orders, OrderLog log, DatabaseClock clock, Menu menu, DelayConfig delay) {
        this.menu = menu;
        this.delay = delay;
        this.orders = orders;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Accepts an order of the store.
     *
     * @param preparation time until it is ready; null: as promised
     */
    public Uni<OrderView> accept(OrderId id, StoreId by, Duration preparation) {
        return decide(id, ofStore(by), (order, now) -> order.accept(preparation, now));
    }

    /** Refuses an order of the store, and strikes out the items that the refusal names. */
    public Uni<OrderView> refuse(OrderId id, StoreId by, Refusal refusal) {
        return decide(id, ofStore(by), (order, now) -> {
                    refusal.check(order, now);
                    return order.refuse(refusal.reason(), refusal.message(), now);
                })
                .call(() -> strikeOut(by, refusal));
    }

    private Uni<?> strikeOut(StoreId store, Refusal refusal) {
        return InOrder.each(refusal.struck(), item -> menu.strikeOut(store, item.menuItemId(), item.until()));
    }

    /** Moves the time at which an accepted order of the store will be ready. */
    public Uni<OrderView> delay(OrderId id, StoreId by, int minutes) {
        return decide(id, ofStore(by), (order, now) -> order.delay(minutes, delay.times(), now));
    }

    /**
     * Looks at a pickup code before a till hands an order over. A wrong code is counted, so the refusal is an answer of
     * this transaction, not its failure.
     */
    public Uni<Optional<Problem>> tryCode(OrderId id, StoreId by, String code) {
        return orders.lock(id).map(order -> {
            requireMine(order, ofStore(by));
            return order.tryCode(code, clock.now());
        });
    }

    /** A till of the store hands it over. */
    public Uni<OrderView> collect(OrderId id, StoreId by) {
        return decide(id, ofStore(by), (order, now) -> order.collect(Actor.MERCHANT, now));
    }

    /** The buyer has it. */
    Uni<OrderView> collect(OrderId id, Collection<Recipient> by) {
        return decide(id, order -> by.contains(order.buyer()), (order, now) -> order.collect(Actor.BUYER, now));
    }

    public Uni<OrderView> finish(OrderId id, StoreId by) {
        return decide(id, ofStore(by), Order::finish);
    }

    Uni<OrderView> cancel(OrderId id, Collection<Recipient> by) {
        return decide(id, order -> by.contains(order.buyer()), Order::cancel);
    }

    private static Predicate<Order> ofStore(StoreId store) {
        return order -> order.storeId().equals(store);
    }

    private Uni<OrderView> decide(OrderId id, Predicate<Order> mine, BiFunction<Order, Instant, OrderEvent> decision) {
        return orders.lock(id).chain(order -> {
            requireMine(order, mine);
            return log.enter(order, decision.apply(order, clock.now()));
        });
    }

    private void requireMine(Order order, Predicate<Order> mine) {
        if (!mine.test(order)) {
            LOG.warnf("audit: a command for order %s came from another store or buyer", order.id());
            throw new NotFound();
        }
    }

    /** A till of the store has these orders; an order of another store, or one that a till had, stays as it is. */
    public Uni<Void> deliver(StoreId store, Collection<OrderId> ids) {
        return orders.undelivered(store, ids.stream().map(OrderId::value).toList())
                .chain(found -> InOrder.each(found, this::deliver));
    }

    private Uni<Void> deliver(Order order) {
        return entered(order, order.deliver(clock.now()));
    }

    /** PortOne took the payment back, and not at our request. */
    Uni<Void> paymentCancelled(OrderId id) {
        return react(id, Order::paymentCancelled);
    }

    /** The refund is so far; a payment that became no order changes nothing. */
    Uni<Void> refund(OrderId id, RefundProgress progress) {
        return react(id, (order, now) -> order.refund(progress, now));
    }

    /** PortOne took parts of the payment back, so much in all; the order stands. */
    Uni<Void> paymentReduced(OrderId id, Krw total) {
        return react(id, (order, now) -> order.reducePayment(total, now));
    }

    private Uni<Void> react(OrderId id, BiFunction<Order, Instant, Optional<? extends OrderEvent>> reaction) {
        return orders.find(id)
                .chain(order -> order == null
                        ? Uni.createFrom().voidItem()
                        : entered(order, reaction.apply(order, clock.now())));
    }

    private Uni<Void> entered(Order order, Optional<? extends OrderEvent> event) {
        return event.map(happened -> log.enter(order, happened).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
