package io.sirenorder.payment.outcome;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.coupon.GiftEvent;
import io.sirenorder.contracts.coupon.GiftEvent.GiftDeclined;
import io.sirenorder.contracts.coupon.GiftEvent.GiftExpired;
import io.sirenorder.contracts.coupon.GiftEvent.GiftSent;
import io.sirenorder.contracts.coupon.GiftEvent.GiftVoided;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.sirenorder.payment.checkout.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Consumes events of gifts: a sent gift stands, a declined, expired or voided one is paid back. */
@ApplicationScoped
class GiftEvents implements FeedListener {
    private final OutcomeDesk desk;

    GiftEvents(OutcomeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String producer() {
        return "coupon";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(GiftSent.class, sent -> desk.became(checkout(sent), Outcome.GIFT))
                .on(GiftDeclined.class, gone -> desk.giftEnded(checkout(gone), gone.refundKrw(), "gift-declined"))
                .on(GiftExpired.class, gone -> desk.giftEnded(checkout(gone), gone.refundKrw(), "gift-expired"))
                .on(GiftVoided.class, gone -> desk.voided(checkout(gone), "payment-cancelled"));
    }

    private static CheckoutId checkout(GiftEvent event) {
        return new CheckoutId(event.gift().giftId().value());
    }
}
