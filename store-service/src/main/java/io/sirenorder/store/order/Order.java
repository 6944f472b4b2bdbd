package io.sirenorder.store.order;

import static io.sirenorder.contracts.store.OrderStatus.ACCEPTED;
import static io.sirenorder.contracts.store.OrderStatus.CANCELLED;
import static io.sirenorder.contracts.store.OrderStatus.EXPIRED;
import static io.sirenorder.contracts.store.OrderStatus.FINISHED;
import static io.sirenorder.contracts.store.OrderStatus.REFUSED;
import static io.sirenorder.contracts.store.OrderStatus.WAITING;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderDelivered;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderPushedAgain;
import io.sirenorder.contracts.store.OrderEvent.OrderRefundChanged;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderEvent.OrderReminded;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.RefundProgress;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An order and everything that may happen to it. Each change adds one to the version, writes one step of the timeline
 * and returns the event it caused; a change that the state machine forbids is {@link OrderAlreadyDecided}.
 *
 * <p>Whoever changes it holds its row lock ({@link Orders#lock}), so the version needs no second guard.
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
    private Instant deliveredAt;
    private Instant readyBy;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private String message;

    @Enumerated(EnumType.STRING)
    private RefundProgress refund;

    private int pushesAgain;
    private boolean reminded;
    private Integer answerWithinSeconds;

    /** When the clock next has something to do with it; null when never. */
    private Instant dueAt;

    @ElementCollection
    @CollectionTable(name = "order_steps", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Step> timeline = new ArrayList<>();

    Order() {}

    Order(Placement placement, Store store, Ticket ticket, Instant at) {
        id = placement.orderId().value();
        sale = new Sale(placement, store, ticket);
        status = WAITING;
        placedAt = at;
        answerWithinSeconds = store.answerWithinSeconds();
    }

    /** It waits for the store from now on. */
    OrderPlaced place(Instant at) {
        record(Step.PLACED, Actor.BUYER, at);
        return new OrderPlaced(view(), buyer(), at);
    }

    /** It was paid for, and meanwhile nobody is there to make it: no till ever hears of it. */
    OrderRefused turnAway(Reason why, Instant at) {
        return refuse(Actor.CLOCK, why, null, at);
    }

    /** A till has it. Empty when one had it before, or when that no longer matters. */
    Optional<OrderDelivered> deliver(Instant at) {
        if (status != WAITING || deliveredAt != null) {
            return Optional.empty();
        }
        deliveredAt = at;
        record("delivered", Actor.MERCHANT, at);
        return Optional.of(new OrderDelivered(view(), buyer(), at));
    }

    OrderAccepted accept(Duration preparation, Instant at) {
        moveTo(ACCEPTED);
        heardAt(at);
        readyBy = at.plus(preparation);
        record("accepted", Actor.MERCHANT, at);
        return new OrderAccepted(view(), buyer(), at);
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
        if (status.isFinal()) {
            return refund(RefundProgress.DONE, at);
        }
        end(REFUSED, Reason.PAYMENT_CANCELLED);
        refund = RefundProgress.DONE;
        record("refused", Actor.PAYMENT, at);
        return Optional.of(new OrderRefused(view(), buyer(), at));
    }

    /** Its refund is further than before; empty when that was known. */
    Optional<OrderRefundChanged> refund(RefundProgress progress, Instant at) {
        boolean known = refund == progress || refund == RefundProgress.DONE;
        if (known || (progress == RefundProgress.DUE && refund != null)) {
            return Optional.empty();
        }
        refund = progress;
        record("refund-" + progress.name().toLowerCase(Locale.ROOT), Actor.PAYMENT, at);
        return Optional.of(new OrderRefundChanged(view(), buyer(), at));
    }

    OrderPushedAgain pushAgain(Instant at) {
        pushesAgain++;
        record("pushed-again", Actor.CLOCK, at);
        return new OrderPushedAgain(view(), buyer(), at);
    }

    OrderReminded remind(Instant at) {
        reminded = true;
        record("reminded", Actor.CLOCK, at);
        return new OrderReminded(view(), buyer(), at);
    }

    OrderExpired expire(Reason why, Instant at) {
        end(EXPIRED, why);
        record("expired", Actor.CLOCK, at);
        return new OrderExpired(view(), buyer(), at);
    }

    /** Accepted, made long ago for sure, and forgotten at the till. */
    OrderFinished finishForgotten(Instant at) {
        return finish(Actor.CLOCK, at);
    }

    /** What the clock makes of it now: one step, or none. */
    Optional<OrderEvent> tick(Deadlines given, Instant at) {
        return given.next(this).filter(next -> next.isPast(at)).map(next -> next.happen(this, at));
    }

    /** Remembers when the clock has to look again. */
    void schedule(Deadlines given) {
        dueAt = given.next(this).map(Deadline::at).orElse(null);
    }

    private OrderRefused refuse(Actor actor, Reason why, String words, Instant at) {
        end(REFUSED, why);
        message = words;
        if (actor == Actor.MERCHANT) {
            heardAt(at);
        }
        record("refused", actor, at);
        return new OrderRefused(view(), buyer(), at);
    }

    private OrderFinished finish(Actor actor, Instant at) {
        moveTo(FINISHED);
        record("finished", actor, at);
        return new OrderFinished(view(), buyer(), at);
    }

    private void end(OrderStatus end, Reason why) {
        moveTo(end);
        reason = why;
        if (sale.amountKrw().isPositive()) {
            refund = RefundProgress.DUE;
        }
    }

    /** Whoever answers has it, acknowledged or not. */
    private void heardAt(Instant at) {
        if (deliveredAt == null) {
            deliveredAt = at;
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
        timeline.add(new Step(step, actor, reason, at));
    }

    /** The order as its buyer and its store see it. */
    public OrderView view() {
        return new OrderView(
                id(),
                sale.storeId(),
                sale.storeName(),
                sale.number(),
                status,
                version,
                sale.lines(),
                sale.amountKrw(),
                sale.discountKrw(),
                sale.tender(),
                sale.pickup(),
                sale.note(),
                placedAt,
                deliveredAt,
                readyBy,
                reason,
                message,
                refund,
                timeline.stream().map(Step::entry).toList());
    }

    public OrderId id() {
        return new OrderId(id);
    }

    public StoreId storeId() {
        return sale.storeId();
    }

    Recipient buyer() {
        return sale.buyer();
    }

    List<Step> timeline() {
        return timeline;
    }

    OrderStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    Instant placedAt() {
        return placedAt;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }

    Instant readyBy() {
        return readyBy;
    }

    int pushesAgain() {
        return pushesAgain;
    }

    boolean isReminded() {
        return reminded;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** The store's own time for an answer, or null. */
    Duration answerWithin() {
        return answerWithinSeconds == null ? null : Duration.ofSeconds(answerWithinSeconds);
    }
}
