package io.sirenorder.coupon.gift;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.GiftEvent.GiftDeclined;
import io.sirenorder.contracts.coupon.GiftEvent.GiftExpired;
import io.sirenorder.contracts.coupon.GiftEvent.GiftOpened;
import io.sirenorder.contracts.coupon.GiftEvent.GiftSent;
import io.sirenorder.contracts.coupon.GiftEvent.GiftSettled;
import io.sirenorder.contracts.coupon.GiftEvent.GiftUsed;
import io.sirenorder.contracts.coupon.GiftEvent.GiftVoided;
import io.sirenorder.contracts.coupon.GiftView;
import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.kit.text.CardNumbers;
import io.sirenorder.kit.text.Text;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A gift: an item of the menu that a sender paid for and a recipient may redeem; its coupon has the same id. */
@Entity
@Table(name = "gifts")
class Gift {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_MESSAGE = 200;

    @Id
    UUID giftId;

    String sender;
    String senderName;
    String recipient;
    String menuItemId;
    String name;
    int quantity;
    long valueKrw;
    long paidKrw;
    long pointsKrw;
    String message;
    String wrap;

    @Enumerated(EnumType.STRING)
    GiftStatus status;

    Long refundKrw;
    Instant paymentGoneAt;
    Instant sentAt;
    Instant expiresAt;
    long version;

    protected Gift() {}

    static Gift of(PaymentApproved paid, Instant sentAt, Instant expiresAt) {
        GiftDraft draft = paid.gift();
        Gift gift = new Gift();
        gift.giftId = paid.checkoutId().value();
        gift.sender = paid.buyer().value();
        gift.senderName = oneLine(draft.senderName(), LONGEST_NAME);
        gift.recipient = draft.to().value();
        gift.menuItemId = draft.line().menuItemId().value();
        gift.name = draft.line().name();
        gift.quantity = draft.line().quantity();
        gift.valueKrw = draft.line().totalKrw().won();
        gift.paidKrw = paid.paidKrw().won();
        gift.pointsKrw = paid.pointsKrw() == null ? 0 : paid.pointsKrw().won();
        gift.message = oneLine(draft.message(), LONGEST_MESSAGE);
        gift.wrap = draft.wrap() == null ? "card1" : draft.wrap();
        gift.status = GiftStatus.SENT;
        gift.sentAt = sentAt;
        gift.expiresAt = expiresAt;
        gift.version = 1;
        return gift;
    }

    /** A text that was paid for is kept, without what could harm its reader and not longer than any client may send. */
    private static String oneLine(String text, int most) {
        return text == null ? "" : Text.shortened(CardNumbers.masked(Text.clean(text)), most);
    }

    GiftSent sent() {
        return new GiftSent(view(), sender(), recipient(), sentAt);
    }

    GiftOpened open(Instant at) {
        moveTo(GiftStatus.OPENED);
        return new GiftOpened(view(), sender(), recipient(), at);
    }

    GiftUsed use(Instant at) {
        moveTo(GiftStatus.USED);
        return new GiftUsed(view(), sender(), recipient(), at);
    }

    /** The order it was used for came to nothing; it may hold longer now. */
    GiftOpened giveBack(Instant until, Instant at) {
        moveTo(GiftStatus.OPENED);
        expiresAt = until;
        return new GiftOpened(view(), sender(), recipient(), at);
    }

    GiftDeclined decline(Percent percent, Instant at) {
        moveTo(GiftStatus.DECLINED);
        refundKrw = percent.of(paidKrw);
        return new GiftDeclined(view(), sender(), recipient(), Krw.of(refundKrw), at);
    }

    GiftExpired expire(Percent percent, Instant at) {
        moveTo(GiftStatus.EXPIRED);
        refundKrw = percent.of(paidKrw);
        return new GiftExpired(view(), sender(), recipient(), Krw.of(refundKrw), at);
    }

    /** Voids an unused gift whose payment was taken back at PortOne and not by us. */
    GiftVoided voided(Instant at) {
        moveTo(GiftStatus.VOIDED);
        return new GiftVoided(view(), sender(), recipient(), at);
    }

    /** The refund is done. */
    GiftSettled settle(Instant at) {
        moveTo(status == GiftStatus.DECLINED ? GiftStatus.REFUNDED : GiftStatus.SETTLED);
        return new GiftSettled(view(), sender(), recipient(), at);
    }

    /** Follows its coupon, which now expires later. */
    void holdUntil(Instant until) {
        expiresAt = until;
    }

    void paymentGone(Instant at) {
        paymentGoneAt = paymentGoneAt == null ? at : paymentGoneAt;
    }

    private void moveTo(GiftStatus next) {
        if (!status.next().contains(next)) {
            throw new GiftAlreadyDecided();
        }
        status = next;
        version++;
    }

    /** The payment that it was made of, for this line. */
    Purchase purchase(OrderLine line) {
        GiftDraft draft = new GiftDraft(recipient(), senderName, line, message, wrap);
        return new Purchase(sender(), null, draft, Krw.of(paidKrw), Krw.of(pointsKrw));
    }

    boolean isPaymentGone() {
        return paymentGoneAt != null;
    }

    boolean owesNothing() {
        return refundKrw != null && refundKrw == 0;
    }

    boolean isWaitingForRefund() {
        return status == GiftStatus.DECLINED || status == GiftStatus.EXPIRED;
    }

    boolean isAlive() {
        return status == GiftStatus.SENT || status == GiftStatus.OPENED;
    }

    boolean isUsed() {
        return status == GiftStatus.USED;
    }

    boolean isUnopened() {
        return status == GiftStatus.SENT;
    }

    boolean isFor(List<Recipient> who) {
        return who.contains(recipient());
    }

    boolean isFrom(List<Recipient> who) {
        return who.contains(sender());
    }

    Recipient sender() {
        return new Recipient(sender);
    }

    Recipient recipient() {
        return new Recipient(recipient);
    }

    GiftView view() {
        return new GiftView(
                new GiftId(giftId),
                senderName,
                new MenuItemId(menuItemId),
                name,
                quantity,
                Krw.of(valueKrw),
                message,
                wrap,
                status.name(),
                new CouponId(giftId),
                sentAt,
                expiresAt);
    }
}
