package io.sirenorder.store.order;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.payment.PaymentEvent.RefundManual;
import io.sirenorder.contracts.payment.PaymentEvent.RefundRequested;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.sirenorder.feed.consumer.TooEarly;
import io.sirenorder.kit.text.Text;
import io.sirenorder.store.hold.HoldDesk;
import io.sirenorder.store.presence.StorePresence;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reacts to payments and refunds. An event that comes twice or late changes nothing. */
@ApplicationScoped
class PaymentEvents implements FeedListener {
    private final OrderDesk desk;
    private final StorePresence live;
    private final HoldDesk holds;

    PaymentEvents(OrderDesk desk, StorePresence live, HoldDesk holds) {
        this.holds = holds;
        this.desk = desk;
        this.live = live;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(PaymentApproved.class, this::place)
                .on(PaymentRejected.class, heard -> holds.release(heard.checkoutId()))
                .on(CheckoutExpired.class, heard -> holds.release(heard.checkoutId()))
                .on(PaymentCancelled.class, this::cancelled)
                .on(RefundRequested.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.DUE))
                .on(RefundDone.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.DONE))
                .on(RefundManual.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.MANUAL));
    }

    private Uni<?> place(PaymentApproved paid) {
        return paid.intent() == Intent.ORDER
                ? live.reach(paid.order().storeId())
                        .chain(tills -> desk.place(placement(paid), tills))
                        .onFailure(StoreUnknown.class)
                        .transform(notYet -> new TooEarly("the store's merchant.registered"))
                : Uni.createFrom().voidItem();
    }

    private static Placement placement(PaymentApproved paid) {
        OrderDraft draft = paid.order();
        return new Placement(
                order(paid.checkoutId()),
                draft.storeId(),
                paid.buyer(),
                draft.lines(),
                paid.paidKrw(),
                paid.pointsKrw(),
                paid.paidKrw().isPositive() ? Tender.CARD : Tender.POINTS,
                draft.pickup(),
                draft.note() == null ? null : Text.clean(draft.note()),
                draft.promise());
    }

    private Uni<Void> cancelled(PaymentCancelled payment) {
        return payment.intent() == Intent.ORDER
                ? desk.paymentCancelled(order(payment.checkoutId()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> refund(Intent intent, CheckoutId checkout, RefundProgress progress) {
        return intent == Intent.ORDER
                ? desk.refund(order(checkout), progress)
                : Uni.createFrom().voidItem();
    }

    private static OrderId order(CheckoutId checkout) {
        return new OrderId(checkout.value());
    }
}
