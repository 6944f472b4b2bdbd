package io.sirenorder.coupon.notification;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponEvent;
import io.sirenorder.contracts.coupon.CouponEvent.CouponExpired;
import io.sirenorder.contracts.coupon.CouponEvent.CouponExpiring;
import io.sirenorder.contracts.coupon.CouponEvent.CouponPublished;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRegistered;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRestored;
import io.sirenorder.contracts.coupon.CouponEvent.CouponRevoked;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.coupon.GiftEvent;
import io.sirenorder.contracts.coupon.GiftEvent.GiftDeclined;
import io.sirenorder.contracts.coupon.GiftEvent.GiftExpired;
import io.sirenorder.contracts.coupon.GiftEvent.GiftOpened;
import io.sirenorder.contracts.coupon.GiftEvent.GiftSent;
import io.sirenorder.contracts.coupon.GiftEvent.GiftUsed;
import io.sirenorder.contracts.coupon.GiftEvent.GiftVoided;
import io.sirenorder.contracts.notification.Notification;
import io.sirenorder.contracts.notification.ServerMessage;
import io.sirenorder.contracts.notification.ServerMessage.CouponIssued;
import io.sirenorder.contracts.notification.ServerMessage.GiftReceived;
import io.sirenorder.contracts.notification.ServerMessage.Notice;
import io.sirenorder.feed.notification.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells holders of their coupons, recipients of their gifts, and senders of what became of those. */
@ApplicationScoped
class BuyerNotifications implements NotificationRules {
    @Override
    public Rules rules() {
        return Rules.none()
                .on(CouponPublished.class, BuyerNotifications::inTheBox)
                .on(CouponRegistered.class, BuyerNotifications::inTheBox)
                .on(
                        CouponRestored.class,
                        noticed(
                                "coupon.restored",
                                e -> Sentences.couponRestored(e.coupon().name())))
                .on(CouponRevoked.class, BuyerNotifications::revoked)
                .on(CouponExpiring.class, noticed("coupon.expiring", BuyerNotifications::expiring))
                .on(
                        CouponExpired.class,
                        noticed(
                                "coupon.expired",
                                e -> Sentences.couponExpired(e.coupon().name())))
                .on(GiftSent.class, e -> Stream.of(new Notification(e.recipient(), new GiftReceived(e.gift()))))
                .on(
                        GiftOpened.class,
                        toSender(
                                "gift.opened",
                                e -> Sentences.giftOpened(e.gift().name())))
                .on(
                        GiftUsed.class,
                        toSender("gift.used", e -> Sentences.giftUsed(e.gift().name())))
                .on(
                        GiftDeclined.class,
                        toSender(
                                "gift.declined",
                                e -> Sentences.giftDeclined(
                                        e.gift().name(), e.refundKrw().won())))
                .on(
                        GiftExpired.class,
                        toSender(
                                "gift.expired",
                                e -> Sentences.giftExpired(
                                        e.gift().name(), e.refundKrw().won())))
                .on(GiftVoided.class, BuyerNotifications::voided);
    }

    private static Stream<Notification> inTheBox(CouponEvent event) {
        return toHolder(event, new CouponIssued(event.coupon()));
    }

    /** A gift's end is told as the gift's. */
    private static Stream<Notification> revoked(CouponRevoked event) {
        if (event.coupon().origin() == CouponOrigin.GIFT) {
            return Stream.empty();
        }
        return toHolder(
                event,
                notice(
                        "coupon.revoked",
                        Sentences.couponRevoked(event.coupon().name(), event.reason()),
                        event.stream()));
    }

    private static Map<String, String> expiring(CouponExpiring event) {
        return Sentences.couponExpiring(event.coupon().name(), event.coupon().expiresAt());
    }

    private static Stream<Notification> voided(GiftVoided event) {
        return Stream.of(new Notification(
                event.recipient(),
                notice("gift.voided", Sentences.giftVoided(event.gift().name()), event.stream())));
    }

    private static <E extends CouponEvent> Function<E, Stream<Notification>> noticed(
            String kind, Function<E, Map<String, String>> text) {
        return event -> toHolder(event, notice(kind, text.apply(event), event.stream()));
    }

    private static <E extends GiftEvent> Function<E, Stream<Notification>> toSender(
            String kind, Function<E, Map<String, String>> text) {
        return event -> Stream.of(new Notification(event.sender(), notice(kind, text.apply(event), event.stream())));
    }

    /** A coupon that is not registered yet has no holder to tell. */
    private static Stream<Notification> toHolder(CouponEvent event, ServerMessage message) {
        Recipient holder = event.holder();
        return holder == null ? Stream.empty() : Stream.of(new Notification(holder, message));
    }

    private static Notice notice(String kind, Map<String, String> text, String subject) {
        return new Notice(kind, text, subject);
    }
}
