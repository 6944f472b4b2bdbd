package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/** An event of an order; each carries the order as it stands afterwards. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(OrderEvent.OrderPlaced.class),
    @JsonSubTypes.Type(OrderEvent.OrderDelivered.class),
    @JsonSubTypes.Type(OrderEvent.OrderPushedAgain.class),
    @JsonSubTypes.Type(OrderEvent.OrderReminded.class),
    @JsonSubTypes.Type(OrderEvent.OrderAccepted.class),
    @JsonSubTypes.Type(OrderEvent.OrderFinished.class),
    @JsonSubTypes.Type(OrderEvent.OrderRefused.class),
    @JsonSubTypes.Type(OrderEvent.OrderCancelled.class),
    @JsonSubTypes.Type(OrderEvent.OrderExpired.class),
    @JsonSubTypes.Type(OrderEvent.OrderRefundChanged.class),
    @JsonSubTypes.Type(OrderEvent.OrderPaymentReduced.class),
    @JsonSubTypes.Type(OrderEvent.OrderDelayed.class),
    @JsonSubTypes.Type(OrderEvent.OrderCollected.class),
    @JsonSubTypes.Type(OrderEvent.OrderUnclaimed.class)
})
public sealed interface OrderEvent extends Event {
    OrderView order();

    /** The buyer. */
    Recipient buyer();

    @Override
    default String stream() {
        return "order:" + order().orderId();
    }

    /** An order is paid for and waits for the store. */
    @JsonTypeName("order.placed")
    record OrderPlaced(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** A till has it. */
    @JsonTypeName("order.delivered")
    record OrderDelivered(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** No till has acknowledged it yet; it is sent once more. */
    @JsonTypeName("order.pushed-again")
    record OrderPushedAgain(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** A till has the order and has not answered. */
    @JsonTypeName("order.reminded")
    record OrderReminded(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    @JsonTypeName("order.accepted")
    record OrderAccepted(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /**
     * The order is ready to be picked up.
     *
     * @param pickupCode four digits that the buyer has to show, only for their eyes; null where the store asks for none
     */
    @JsonTypeName("order.finished")
    record OrderFinished(OrderView order, Recipient buyer, Instant at, String pickupCode) implements OrderEvent {
        @JsonCreator
        public OrderFinished {}

        public OrderFinished(OrderView order, Recipient buyer, Instant at) {
            this(order, buyer, at, null);
        }
    }

    /** The store will not make it; also what a paid order becomes at once when its store has closed meanwhile. */
    @JsonTypeName("order.refused")
    record OrderRefused(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** The buyer took it back before it was accepted. */
    @JsonTypeName("order.cancelled")
    record OrderCancelled(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** The clock ended it. */
    @JsonTypeName("order.expired")
    record OrderExpired(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** The order's refund is further than before. */
    @JsonTypeName("order.refund-changed")
    record OrderRefundChanged(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /**
     * PortOne took a part of its payment back, and not at our request; the order stands.
     *
     * @param cancelledKrw by this cancellation; the order holds the sum of all
     */
    @JsonTypeName("order.payment-reduced")
    record OrderPaymentReduced(OrderView order, Recipient buyer, Krw cancelledKrw, Instant at) implements OrderEvent {}

    /** The store needs longer: {@code readyBy} moved, the promise stays. */
    @JsonTypeName("order.delayed")
    record OrderDelayed(OrderView order, Recipient buyer, int minutes, Instant at) implements OrderEvent {}

    /** The finished order was handed over, or its store's trading day ended; its status stays FINISHED. */
    @JsonTypeName("order.collected")
    record OrderCollected(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}

    /** The finished order was not fetched in the time that its store gives; it can still be collected. */
    @JsonTypeName("order.unclaimed")
    record OrderUnclaimed(OrderView order, Recipient buyer, Instant at) implements OrderEvent {}
}
