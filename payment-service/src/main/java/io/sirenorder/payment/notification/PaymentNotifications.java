package io.sirenorder.payment.notification;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.payment.PaymentEvent.RefundManual;
import io.sirenorder.feed.notification.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells buyers of money that goes back where no order does it, with the reason. A notice reaches sockets that are connected or
 * come back within minutes; the checkout says the same for ever.
 */
@ApplicationScoped
class PaymentNotifications implements NotificationRules {
    @Override
    public Rules rules() {
        return Rules.none()
                .on(PaymentRejected.class, PaymentNotifications::rejected)
                .on(PaymentPartlyCancelled.class, PaymentNotifications::partlyCancelled)
                .on(RefundDone.class, PaymentNotifications::giftRefunded)
                .on(RefundManual.class, PaymentNotifications::manual);
    }

    private static Stream<Notification> rejected(PaymentRejected event) {
        Map<String, String> text = Map.of(
                "ko", "결제하신 " + won(event.paidKrw()) + "원은 환불됩니다. 사유: " + Reasons.korean(event.reason()),
                "en",
                        "Your payment of " + won(event.paidKrw()) + " won is refunded: "
                                + Reasons.english(event.reason()));
        return notice(event.buyer(), "payment.refunded", text, "order:" + event.checkoutId());
    }

    private static Stream<Notification> partlyCancelled(PaymentPartlyCancelled event) {
        Map<String, String> text = Map.of(
                "ko", "결제 금액 중 " + won(event.cancelledKrw()) + "원이 취소되었습니다.",
                "en", won(event.cancelledKrw()) + " won of your payment were cancelled.");
        return notice(event.buyer(), "payment.partly-cancelled", text, subject(event.intent(), event.checkoutId()));
    }

    private static Stream<Notification> giftRefunded(RefundDone event) {
        if (event.intent() != Intent.GIFT) {
            return Stream.empty();
        }
        Map<String, String> text = Map.of(
                "ko", "선물 금액 " + won(event.refundKrw()) + "원이 환불되었습니다.",
                "en", "Your gift was refunded: " + won(event.refundKrw()) + " won.");
        return notice(event.buyer(), "gift.refunded", text, "gift:" + event.checkoutId());
    }

    private static Stream<Notification> manual(RefundManual event) {
        Map<String, String> text = Map.of(
                "ko", won(event.refundKrw()) + "원의 환불이 늦어지고 있습니다. 담당자가 직접 처리합니다.",
                "en", "A refund of " + won(event.refundKrw()) + " won takes longer; a person is settling it.");
        return notice(event.buyer(), "payment.refund-delayed", text, subject(event.intent(), event.checkoutId()));
    }

    private static String subject(Intent intent, CheckoutId id) {
        return (intent == Intent.GIFT ? "gift:" : "order:") + id;
    }

    private static Stream<Notification> notice(Recipient to, String kind, Map<String, String> text, String subject) {
        return to == null
                ? Stream.empty()
                : Stream.of(new Notification(to, new ServerMessage.Notice(kind, text, subject)));
    }

    private static String won(Krw amount) {
        return String.format("%,d", amount.won());
    }
}
