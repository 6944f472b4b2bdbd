package io.sirenorder.store.notification;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.contracts.notification.ServerMessage.MenuChanged;
import io.sirenorder.contracts.notification.ServerMessage.NewOrder;
import io.sirenorder.contracts.notification.ServerMessage.Notice;
import io.sirenorder.contracts.notification.ServerMessage.OrderChanged;
import io.sirenorder.contracts.notification.ServerMessage.OrderProgress;
import io.sirenorder.contracts.notification.ServerMessage.OrderReminder;
import io.sirenorder.contracts.notification.ServerMessage.StoreState;
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
import io.sirenorder.contracts.store.StoreEvent.StoreAcceptanceChanged;
import io.sirenorder.contracts.store.StoreEvent.StoreItemChanged;
import io.sirenorder.contracts.store.StoreEvent.StoreStateChanged;
import io.sirenorder.feed.notification.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rules of who is notified of what: tills of every order that was placed with their store and of each change, buyers of
 * the status of their orders. Tills are not told of an order that was refused before it was placed.
 */
@ApplicationScoped
class StoreNotifications implements NotificationRules {
    private static final String PLACED = "placed";
    private static final String DELAYED = "delayed";
    private static final String UNACKNOWLEDGED = "unacknowledged";
    private static final Map<String, String> PAUSED = Map.of(
            "ko", "주문을 연달아 확인하지 않아 주문 접수를 멈추었습니다. 영업을 다시 시작해 주세요.",
            "en", "Orders in a row were not acknowledged, so the store takes no more. Open it again.");

    private final Krw stampFrom;

    /**
     * Rules that tell buyers what an order earned.
     *
     * @param stampFromKrw won from which an order earns a stamp, as coupon-service grants it
     */
    StoreNotifications(
            @ConfigProperty(name = "siren.loyalty.stamp-from-krw", defaultValue = Loyalty.STAMP_FROM_KRW)
                    long stampFromKrw) {
        this.stampFrom = Krw.of(stampFromKrw);
    }

    @Override
    public Rules rules() {
        return Rules.none()
                .on(OrderPlaced.class, event -> Stream.of(toStore(event, new NewOrder(event.order())), toBuyer(event)))
                .on(OrderPushedAgain.class, event -> Stream.of(toStore(event, new NewOrder(event.order()))))
                .on(OrderReminded.class, event -> Stream.of(toStore(event, new OrderReminder(event.order()))))
                .on(OrderDelivered.class, this::changed)
                .on(OrderAccepted.class, this::changed)
                .on(OrderFinished.class, this::finished)
                .on(OrderDelayed.class, this::changed)
                .on(OrderCollected.class, this::changed)
                .on(OrderUnclaimed.class, this::changed)
                .on(OrderRefused.class, this::changed)
                .on(OrderCancelled.class, this::changed)
                .on(OrderExpired.class, this::changed)
                .on(OrderRefundChanged.class, this::changed)
                .on(OrderPaymentReduced.class, this::paymentReduced)
                .on(StoreAcceptanceChanged.class, this::storeChanged)
                .on(StoreStateChanged.class, event -> Stream.of(state(event)))
                .on(StoreItemChanged.class, event -> Stream.of(item(event)));
    }

    private Stream<Notification> changed(OrderEvent event) {
        return wasPlaced(event.order())
                ? Stream.of(toStore(event, new OrderChanged(event.order())), toBuyer(event))
                : Stream.of(toBuyer(event));
    }

    /** The buyer gets the sentence from payment-service, which tells it of gifts too. */
    private Stream<Notification> paymentReduced(OrderPaymentReduced event) {
        OrderView order = event.order();
        String won = String.format("%,d", event.cancelledKrw().won());
        Map<String, String> text = Map.of(
                "ko", order.number() + "번 주문의 결제 금액 중 " + won + "원이 취소되었습니다. 주문은 그대로 진행됩니다.",
                "en", won + " won of the payment for order " + order.number() + " were cancelled. The order stands.");
        Notice notice = new Notice("payment.partly-cancelled", text, "order:" + order.orderId());
        return wasPlaced(order) ? Stream.concat(changed(event), Stream.of(toStore(event, notice))) : changed(event);
    }

    /** The pickup code is for the buyer's eyes only. */
    private Stream<Notification> finished(OrderFinished event) {
        return Stream.of(
                toStore(event, new OrderChanged(event.order())),
                new Notification(event.buyer(), progress(event.order(), event.pickupCode())));
    }

    private static Notification state(StoreStateChanged event) {
        return new Notification(
                Recipient.store(event.storeId()),
                new StoreState(
                        event.storeId(),
                        event.accepting(),
                        event.cause(),
                        event.busyMinutes(),
                        event.busyUntil(),
                        event.pausedUntil()));
    }

    private static Notification item(StoreItemChanged event) {
        return new Notification(
                Recipient.store(event.storeId()),
                new MenuChanged(
                        event.storeId(), event.menuItemId(), event.available(), event.until(), event.remaining()));
    }

    private static boolean wasPlaced(OrderView order) {
        return PLACED.equals(order.timeline().get(0).step());
    }

    private Stream<Notification> storeChanged(StoreAcceptanceChanged event) {
        Recipient store = Recipient.store(event.storeId());
        Notification state = new Notification(
                store, new StoreState(event.storeId(), event.accepting(), event.cause(), null, null, null));
        return UNACKNOWLEDGED.equals(event.cause())
                ? Stream.of(state, new Notification(store, new Notice("store.paused", PAUSED, store.value())))
                : Stream.of(state);
    }

    private static Notification toStore(OrderEvent event, ServerMessage message) {
        return new Notification(Recipient.store(event.order().storeId()), message);
    }

    private Notification toBuyer(OrderEvent event) {
        return new Notification(event.buyer(), progress(event.order(), null));
    }

    private OrderProgress progress(OrderView order, String pickupCode) {
        Loyalty earned = order.status() == OrderStatus.FINISHED ? Loyalty.earnedBy(order, stampFrom) : Loyalty.NONE;
        return new OrderProgress(
                order.orderId(),
                order.storeId(),
                order.storeName(),
                order.number(),
                order.status().wire(),
                order.version(),
                order.deliveredAt() != null,
                order.reason(),
                order.message(),
                order.readyBy(),
                order.refund(),
                positive(earned.points()),
                positive(earned.stamps()),
                order.promisedUntil(),
                trueOrNull(isLate(order)),
                trueOrNull(isDelayed(order)),
                order.collection(),
                pickupCode);
    }

    private static boolean isLate(OrderView order) {
        return order.readyBy() != null
                && order.promisedUntil() != null
                && order.readyBy().isAfter(order.promisedUntil());
    }

    private static boolean isDelayed(OrderView order) {
        return order.timeline().stream().anyMatch(entry -> DELAYED.equals(entry.step()));
    }

    private static Boolean trueOrNull(boolean fact) {
        return fact ? Boolean.TRUE : null;
    }

    private static Long positive(long earned) {
        return earned > 0 ? Long.valueOf(earned) : null;
    }
}
