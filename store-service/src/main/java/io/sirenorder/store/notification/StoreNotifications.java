package io.sirenorder.store.notification;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.contracts.notification.ServerMessage.NewOrder;
import io.sirenorder.contracts.notification.ServerMessage.Notice;
import io.sirenorder.contracts.notification.ServerMessage.OrderChanged;
import io.sirenorder.contracts.notification.ServerMessage.OrderProgress;
import io.sirenorder.contracts.notification.ServerMessage.OrderReminder;
import io.sirenorder.contracts.notification.ServerMessage.StoreState;
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
import io.sirenorder.contracts.store.StoreEvent.StoreAcceptanceChanged;
import io.sirenorder.feed.notification.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tills hear of every order that was ever placed with them, and of each change; buyers hear where theirs stands. An
 * order that was turned away before it was placed is between the buyer and us.
 */
@ApplicationScoped
class StoreNotifications implements NotificationRules {
    private static final String PLACED = "placed";
    private static final String UNACKNOWLEDGED = "unacknowledged";
    private static final Map<String, String> PAUSED = Map.of(
            "ko", "주문을 연달아 확인하지 않아 주문 접수를 멈추었습니다. 다시 열어 주세요.",
            "en", "Orders in a row were not acknowledged, so the store takes no more. Open it again.");

    @Override
    public Rules rules() {
        return Rules.none()
                .on(OrderPlaced.class, event -> Stream.of(toStore(event, new NewOrder(event.order())), toBuyer(event)))
                .on(OrderPushedAgain.class, event -> Stream.of(toStore(event, new NewOrder(event.order()))))
                .on(OrderReminded.class, event -> Stream.of(toStore(event, new OrderReminder(event.order()))))
                .on(OrderDelivered.class, this::changed)
                .on(OrderAccepted.class, this::changed)
                .on(OrderFinished.class, this::changed)
                .on(OrderRefused.class, this::changed)
                .on(OrderCancelled.class, this::changed)
                .on(OrderExpired.class, this::changed)
                .on(OrderRefundChanged.class, this::changed)
                .on(StoreAcceptanceChanged.class, this::storeChanged);
    }

    private Stream<Notification> changed(OrderEvent event) {
        return wasPlaced(event.order())
                ? Stream.of(toStore(event, new OrderChanged(event.order())), toBuyer(event))
                : Stream.of(toBuyer(event));
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

    private static Notification toBuyer(OrderEvent event) {
        return new Notification(event.buyer(), progress(event.order()));
    }

    private static OrderProgress progress(OrderView order) {
        Loyalty earned = order.status() == OrderStatus.FINISHED ? Loyalty.earnedBy(order) : Loyalty.NONE;
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
                null,
                null,
                order.collection(),
                null);
    }

    private static Long positive(long earned) {
        return earned > 0 ? Long.valueOf(earned) : null;
    }
}
