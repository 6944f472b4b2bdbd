package io.sirenorder.store.order;

import static io.sirenorder.contracts.store.OrderStatus.ACCEPTED;
import static io.sirenorder.contracts.store.OrderStatus.CANCELLED;
import static io.sirenorder.contracts.store.OrderStatus.EXPIRED;
import static io.sirenorder.contracts.store.OrderStatus.FINISHED;
import static io.sirenorder.contracts.store.OrderStatus.REFUSED;
import static io.sirenorder.contracts.store.OrderStatus.WAITING;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderCollected;
import io.sirenorder.contracts.store.OrderEvent.OrderDelayed;
import io.sirenorder.contracts.store.OrderEvent.OrderDelivered;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPaymentReduced;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderPushedAgain;
import io.sirenorder.contracts.store.OrderEvent.OrderRefundChanged;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderEvent.OrderReminded;
import io.sirenorder.contracts.store.OrderEvent.OrderUnclaimed;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.store.storefront.Store;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order and everything that may happen to it. Each change adds one to the version, writes one step of the timeline
 * and returns the event it caused; a change that the state machine forbids is {@link OrderAlreadyDecided}.
 *
 * <p>Each change is made under the order's row lock ({@link Orders#lock}), so the version needs no second guard.
 */
@Entity
@Table(name = "orders")
public class Order {
    @Id
    private UUID id;

    @Embedded
    private Sale sale;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private long version;
    private Instant placedAt;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private String message;

    @Embedded
    private Preparation preparation;

    @Embedded
    private Repayment repayment;

    @Embedded
    private Answering answering;

    @Embedded
    private Handover handover;

    @ElementCollection
    @CollectionTable(name = "order_steps", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Step> timeline = new ArrayList<>();

    /** Steps since it was read, in order; {@link OrderLog} writes each with its event. */
    @Transient
    private final List<Step> added = new ArrayList<>();

    /** Number of those that are written. */
    @Transient
    private int written;

    Order() {}

    Order(Placement placement, Store store, Ticket ticket, Deadlines given, Instant at) {
        id = placement.orderId().value();
        sale = new Sale(placement, store, ticket);
        status = WAITING;
        placedAt = at;
        preparation = new Preparation(1);
        repayment = new Repayment();
        answering = new Answering(store.answerWithinSeconds(), given, at);
        handover = new Handover(store.kitchen().unclaimedAfterMinutes(), store.dayEnds(at), ticket.pickupCode());
    }

    /** Keeps the work that it is for the kitchen, and the window that the buyer was told; null where none was. */
    void promise(int pieces, Promise promise) {
        preparation.promise(pieces, promise);
    }

    /** Places the order, which waits for the store from now on. */
    OrderPlaced place(Instant at) {
        record(Step.PLACED, Actor.BUYER, at);
        return new OrderPlaced(view(), buyer(), at);
    }

    /** Refuses at once an order that was paid for and cannot be made: no till is told of it. */
    OrderRefused turnAway(Reason why, Instant at) {
        return refuse(Actor.CLOCK, why, null, at);
    }

    /** Refuses an open order of a store that was closed for good. */
    OrderRefused storeClosed(Instant at) {
        return refuse(Actor.CLOCK, Reason.STORE_CLOSED, null, at);
    }

    /** A till has it. Empty when one had it before, or when that no longer matters. */
    Optional<OrderDelivered> deliver(Instant at) {
        if (status != WAITING || !answering.deliver(at)) {
            return Optional.empty();
        }
        record("delivered", Actor.MERCHANT, at);
        return Optional.of(new OrderDelivered(view(), buyer(), at));
    }

    /** Accepts it: ready within that time, or as promised where {@code within} is null. */
    OrderAccepted accept(Duration within, Instant at) {
        Instant ready = preparation.ready(within, at);
        moveTo(ACCEPTED);
        answering.deliver(at);
        answering.end();
        preparation.begin(ready);
        record("accepted", Actor.MERCHANT, at);
        return new OrderAccepted(view(), buyer(), at);
    }

    /** Moves the time at which it will be ready; the promise stays. */
    OrderDelayed delay(int minutes, int mostTimes, Instant at) {
        if (status != ACCEPTED) {
            throw new OrderAlreadyDecided(status);
        }
        preparation.delay(minutes, mostTimes, at);
        record("delayed", Actor.MERCHANT, at);
        return new OrderDelayed(view(), buyer(), minutes, at);
    }

    /** Records that the order was handed over, as a till or the buyer says. */
    OrderCollected collect(Actor by, Instant at) {
        if (!handover.isOpen()) {
            throw new OrderNotReady();
        }
        return collected(by, at);
    }

    /** Whether a till may hand it over for this code; a wrong one is counted. */
    Optional<Problem> tryCode(String code, Instant at) {
        if (!handover.isOpen()) {
            return Optional.of(new OrderNotReady());
        }
        if (handover.codesAreRefused(at)) {
            return Optional.of(new TooManyRequests(Handover.CODE_PAUSE));
        }
        return handover.accepts(code, at) ? Optional.empty() : Optional.of(new PickupCodeWrong());
    }

    /** Records that the order was not fetched in time; it can still be collected. */
    OrderUnclaimed unclaimed(Instant at) {
        handover.unclaimed();
        record("unclaimed", Actor.CLOCK, at);
        return new OrderUnclaimed(view(), buyer(), at);
    }

    /** The trading day is over. */
    OrderCollected close(Instant at) {
        return collected(Actor.CLOCK, at);
    }

    private OrderCollected collected(Actor by, Instant at) {
        handover.collected(at);
        record("collected", by, at);
        return new OrderCollected(view(), buyer(), at);
    }

    OrderRefused refuse(Reason why, String words, Instant at) {
        return refuse(Actor.MERCHANT, why, words, at);
    }

    OrderFinished finish(Instant at) {
        return finish(Actor.MERCHANT, at);
    }

    OrderCancelled cancel(Instant at) {
        end(CANCELLED, null);
        record("cancelled", Actor.BUYER, at);
        return new OrderCancelled(view(), buyer(), at);
    }

    /** The money went back at PortOne and not at our request: what isn't made yet will not be. */
    Optional<? extends OrderEvent> paymentCancelled(Instant at) {
        return refund(RefundProgress.DONE, at);
    }

    /**
     * Records progress of the refund; empty when it was known. An order that is refunded and not over has ended in a
     * database that was lost since: it is ended again, so that nothing is made without a payment.
     */
    Optional<? extends OrderEvent> refund(RefundProgress progress, Instant at) {
        if (!status.isFinal()) {
            return Optional.of(endUnpaid(progress, at));
        }
        if (repayment.knows(progress)) {
            return Optional.empty();
        }
        repayment.moveTo(progress);
        record("refund-" + progress.name().toLowerCase(Locale.ROOT), Actor.PAYMENT, at);
        return Optional.of(new OrderRefundChanged(view(), buyer(), at));
    }

    private OrderRefused endUnpaid(RefundProgress progress, Instant at) {
        end(REFUSED, Reason.PAYMENT_CANCELLED);
        repayment.moveTo(progress);
        record("refused", Actor.PAYMENT, at);
        return new OrderRefused(view(), buyer(), at);
    }

    /** PortOne took parts of the payment back, {@code total} in all; empty when that was known. The order stands. */
    Optional<OrderPaymentReduced> reducePayment(Krw total, Instant at) {
        Krw more = repayment.reduce(total, sale.amountKrw());
        if (more.isZero()) {
            return Optional.empty();
        }
        record("payment-reduced", Actor.PAYMENT, at);
        return Optional.of(new OrderPaymentReduced(view(), buyer(), more, at));
    }

    /** The payment that it was made of; empty where a coupon paid. */
    Optional<Purchase> purchase() {
        return sale.purchase(preparation.promise());
    }

    OrderPushedAgain pushAgain(Instant at) {
        answering.pushAgain();
        record("pushed-again", Actor.CLOCK, at);
        return new OrderPushedAgain(view(), buyer(), at);
    }

    OrderReminded remind(Instant at) {
        answering.remind();
        record("reminded", Actor.CLOCK, at);
        return new OrderReminded(view(), buyer(), at);
    }

    OrderExpired expire(Reason why, Instant at) {
        end(EXPIRED, why);
        record("expired", Actor.CLOCK, at);
        return new OrderExpired(view(), buyer(), at);
    }

    /** Finishes what was accepted long ago and forgotten at the till. */
    OrderFinished finishForgotten(Instant at) {
        return finish(Actor.CLOCK, at);
    }

    /** Lets the clock do what is due now: one step, or none. */
    Optional<OrderEvent> tick(Deadlines given, Instant at) {
        return given.next(this).filter(next -> next.isPast(at)).map(next -> next.happen(this, at));
    }

    /** Remembers when the clock has to look again. */
    void schedule(Deadlines given) {
        Instant next = given.next(this).map(Deadline::at).orElse(null);
        answering.dueAt(status.isFinal() ? null : next);
        handover.dueAt(status.isFinal() ? next : null);
    }

    private OrderRefused refuse(Actor actor, Reason why, String words, Instant at) {
        end(REFUSED, why);
        message = words;
        if (actor == Actor.MERCHANT) {
            answering.deliver(at);
            answering.end();
        }
        record("refused", actor, at);
        return new OrderRefused(view(), buyer(), at);
    }

    private OrderFinished finish(Actor actor, Instant at) {
        moveTo(FINISHED);
        handover.begin(at);
        record("finished", actor, at);
        return new OrderFinished(view(), buyer(), at, handover.pickupCode());
    }

    private void end(OrderStatus end, Reason why) {
        moveTo(end);
        answering.end();
        reason = why;
        if (sale.amountKrw().isPositive()) {
            repayment.moveTo(RefundProgress.DUE);
        }
    }

    private void moveTo(OrderStatus next) {
        if (!status.next().contains(next)) {
            throw new OrderAlreadyDecided(status);
        }
        status = next;
    }

    private void record(String step, Actor actor, Instant at) {
        version++;
        Step next = new Step(step, actor, reason, at);
        added.add(next.hashed(TimelineChain.next(id.toString(), sale, timeline(), next)));
    }

    /** The order as its buyer and its store see it. */
    public OrderView view() {
        return OrderViews.of(this);
    }

    /** The timeline with its hashes, checked. */
    Timeline timelineView() {
        return new Timeline(
                timeline().stream().map(Step::hashedEntry).toList(),
                TimelineChain.isIntact(id.toString(), sale, timeline()));
    }

    public OrderId id() {
        return new OrderId(id);
    }

    public StoreId storeId() {
        return sale.storeId();
    }

    Sale sale() {
        return sale;
    }

    Recipient buyer() {
        return sale.buyer();
    }

    /** All steps, those that are to be written among them. */
    List<Step> timeline() {
        return Stream.concat(timeline.stream(), added.stream()).toList();
    }

    /** The steps that were read, for {@link Orders} to bring in; Hibernate writes none of them. */
    List<Step> kept() {
        return timeline;
    }

    /** Whether the steps are those of this version: a read that waited for the row may have older ones. */
    boolean isWhole() {
        return timeline.size() + added.size() == version;
    }

    /** Takes the steps that are not written yet, with the position of the first of them. */
    Unwritten takeUnwritten() {
        Unwritten taken = new Unwritten(timeline.size() + written, List.copyOf(added.subList(written, added.size())));
        written = added.size();
        return taken;
    }

    /**
     * Steps to be written.
     *
     * @param from position of the first
     */
    record Unwritten(int from, List<Step> steps) {}

    OrderStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    Instant placedAt() {
        return placedAt;
    }

    Reason reason() {
        return reason;
    }

    String message() {
        return message;
    }

    Preparation preparation() {
        return preparation;
    }

    Repayment repayment() {
        return repayment;
    }

    Answering answering() {
        return answering;
    }

    Handover handover() {
        return handover;
    }

    boolean has(MenuItemId item) {
        return sale.lines().stream().anyMatch(line -> line.menuItemId().equals(item));
    }

    /** Whether it ended before a store accepted it: nothing was made. */
    boolean endedUnmade() {
        return !preparation.hasBegun() && status.isFinal();
    }
}
