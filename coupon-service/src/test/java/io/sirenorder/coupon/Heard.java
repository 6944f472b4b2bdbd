package io.sirenorder.coupon;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderFinished;
import io.sirenorder.contracts.store.OrderEvent.OrderPaymentReduced;
import io.sirenorder.contracts.store.OrderEvent.OrderPlaced;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.testkit.SampleOrder;
import io.sirenorder.testkit.StubServices;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Events of the neighbours. */
public final class Heard {
    public static final Instant NOON = Instant.parse("2026-06-10T03:00:00Z");
    public static final OrderLine AMERICANO =
            new OrderLine(StoreStandIn.AMERICANO, "아메리카노", 1, Map.of("size", "TALL"), Krw.of(StoreStandIn.PRICE_KRW));

    private Heard() {}

    /** The store says so of an order. */
    public static UUID store(OrderEvent event) {
        return StubServices.feed("store").append(event, event.order().version());
    }

    /** payment-service says so of a checkout. */
    public static UUID payment(io.sirenorder.contracts.payment.PaymentEvent event) {
        return StubServices.feed("payment").append(event, 1);
    }

    public static OrderEvent couponOrder(OrderId id, OrderStatus status) {
        return event(order(id, status, Tender.COUPON, 0, StoreStandIn.PRICE_KRW), Recipient.buyer(ANYBODY));
    }

    public static OrderEvent paidOrder(OrderId id, OrderStatus status, Recipient buyer, long paid, long points) {
        return event(order(id, status, paid == 0 ? Tender.POINTS : Tender.CARD, paid, points), buyer);
    }

    public static OrderView order(OrderId id, OrderStatus status, Tender tender, long amount, long discount) {
        return sample(id, status).paid(tender, amount, discount).view();
    }

    private static SampleOrder sample(OrderId id, OrderStatus status) {
        return SampleOrder.of(id, new StoreId(UUID.fromString(Calls.STORE)))
                .as(status, status == OrderStatus.WAITING ? 1 : 2)
                .with(AMERICANO)
                .because(status == OrderStatus.REFUSED ? Reason.SOLD_OUT : null);
    }

    /** PortOne took so much of a finished order's payment back, in all. */
    public static OrderPaymentReduced reduced(OrderId id, Recipient buyer, long paid, long cancelled, long version) {
        OrderView left = sample(id, OrderStatus.FINISHED)
                .as(OrderStatus.FINISHED, version)
                .paid(Tender.CARD, paid, 0)
                .lessBy(cancelled)
                .view();
        return new OrderPaymentReduced(left, buyer, Krw.of(cancelled), NOON);
    }

    public static PaymentApproved gift(CheckoutId id, Recipient from, Recipient to, long points) {
        GiftDraft draft = new GiftDraft(to, "민수", AMERICANO, "고마워요", "card2");
        Krw paid = Krw.of(StoreStandIn.PRICE_KRW - points);
        return new PaymentApproved(id, Intent.GIFT, from, null, draft, paid, Krw.of(points), NOON);
    }

    private static OrderEvent event(OrderView order, Recipient buyer) {
        return switch (order.status()) {
            case WAITING -> new OrderPlaced(order, buyer, NOON);
            case ACCEPTED -> new OrderAccepted(order, buyer, NOON);
            case FINISHED -> new OrderFinished(order, buyer, NOON);
            case REFUSED -> new OrderRefused(order, buyer, NOON);
            case CANCELLED -> new OrderCancelled(order, buyer, NOON);
            case EXPIRED -> new OrderExpired(order, buyer, NOON);
        };
    }

    private static final io.sirenorder.contracts.BuyerId ANYBODY =
            io.sirenorder.contracts.BuyerId.of("https://buyers.test", "anybody");
}
