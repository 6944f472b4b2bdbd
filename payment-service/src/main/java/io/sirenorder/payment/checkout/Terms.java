package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.store.Promise;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** Purchase, buyer and price of a checkout, which never change. */
@Embeddable
class Terms {
    @Enumerated(EnumType.STRING)
    private Intent intent;

    private String buyer;

    @Convert(converter = DraftColumn.class)
    private Draft draft;

    /** Store of an order, for the queries of operators and of the clearing; null for a gift. */
    @SuppressWarnings("UnusedVariable")
    private UUID storeId;

    /** Address of a gift's recipient; null for an order. */
    private String giftTo;

    private String orderName;
    private long totalKrw;
    private long pointsKrw;

    protected Terms() {}

    /**
     * Takes what is sold at its price.
     *
     * @param buyer null when unknown
     * @param points what points cover of the price
     */
    Terms(Recipient buyer, Priced priced, Krw points) {
        this.intent = priced.intent();
        this.buyer = buyer == null ? null : buyer.value();
        this.draft = priced.draft();
        this.storeId = draft.order() == null ? null : draft.order().storeId().value();
        this.giftTo = recipient(draft.gift());
        this.orderName = priced.name();
        this.totalKrw = priced.total().won();
        this.pointsKrw = points.won();
    }

    private static String recipient(GiftDraft gift) {
        return gift == null || gift.to() == null ? null : gift.to().value();
    }

    /** The event that all of it was paid. */
    PaymentApproved paid(CheckoutId id, Instant at) {
        return new PaymentApproved(id, intent, buyer(), draft.order(), draft.gift(), amount(), points(), at);
    }

    Intent intent() {
        return intent;
    }

    /** Null when the buyer is unknown. */
    Recipient buyer() {
        return buyer == null ? null : new Recipient(buyer);
    }

    /** The recipient of a gift; null for an order. */
    Recipient giftTo() {
        return giftTo == null ? null : new Recipient(giftTo);
    }

    /** The ready window that its buyer was told, or null. */
    Promise promise() {
        return draft.order() == null ? null : draft.order().promise();
    }

    /** The amount to be paid through PortOne. */
    Krw amount() {
        return Krw.of(totalKrw - pointsKrw);
    }

    Krw points() {
        return Krw.of(pointsKrw);
    }

    String orderName() {
        return orderName;
    }
}
