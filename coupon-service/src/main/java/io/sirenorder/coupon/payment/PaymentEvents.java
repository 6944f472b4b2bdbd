package io.sirenorder.coupon.payment;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.coupon.gift.GiftDesk;
import io.sirenorder.coupon.gift.GiftOutcomes;
import io.sirenorder.coupon.loyalty.EarningDesk;
import io.sirenorder.coupon.loyalty.PointsDesk;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears how payments fare. */
@ApplicationScoped
class PaymentEvents implements FeedListener {
    private final GiftDesk gifts;
    private final GiftOutcomes outcomes;
    private final PointsDesk points;
    private final EarningDesk earnings;

    PaymentEvents(GiftDesk gifts, GiftOutcomes outcomes, PointsDesk points, EarningDesk earnings) {
        this.gifts = gifts;
        this.outcomes = outcomes;
        this.points = points;
        this.earnings = earnings;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(PaymentApproved.class, PaymentEvents::isPromised, this::approved)
                .on(PaymentRejected.class, event -> points.end(event.checkoutId()))
                .on(CheckoutExpired.class, event -> points.end(event.checkoutId()))
                .on(PaymentCancelled.class, event -> moneyGone(event.intent(), event.checkoutId()))
                .on(RefundDone.class, event -> moneyGone(event.intent(), event.checkoutId()));
    }

    private static boolean isPromised(PaymentApproved event) {
        return event.intent() == Intent.GIFT || hasPoints(event);
    }

    private Uni<Void> approved(PaymentApproved event) {
        Uni<Void> covered = hasPoints(event) ? points.cover(event.checkoutId()) : nothing();
        return event.intent() == Intent.GIFT
                ? covered.chain(() -> gifts.send(event)).chain(() -> spendPoints(event))
                : covered;
    }

    /** An order's are spent when the store has placed it. */
    private Uni<Void> spendPoints(PaymentApproved event) {
        return hasPoints(event) ? points.spend(event.checkoutId()) : nothing();
    }

    private static boolean hasPoints(PaymentApproved event) {
        return event.pointsKrw() != null && event.pointsKrw().isPositive();
    }

    private Uni<Void> moneyGone(Intent intent, CheckoutId checkout) {
        return intent == Intent.GIFT ? outcomes.moneyGone(checkout) : earnings.takeBack(new OrderId(checkout.value()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
