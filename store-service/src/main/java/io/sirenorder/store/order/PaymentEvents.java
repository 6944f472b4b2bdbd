package io.sirenorder.store.order;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.OrderDraft;
import io.sirenorder.contracts.payment.PaymentEvent.CheckoutExpired;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentRejected;
import io.sirenorder.contracts.payment.PaymentEvent.RefundDone;
import io.sirenorder.contracts.payment.PaymentEvent.RefundManual;
import io.sirenorder.contracts.payment.PaymentEvent.RefundRequested;
import io.sirenorder.contracts.store.RefundProgress;
import io.sirenorder.contracts.store.Tender;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.sirenorder.feed.consumer.TooEarly;
import io.sirenorder.kit.text.CardNumbers;
import io.sirenorder.kit.text.Text;
import io.sirenorder.store.hold.HoldDesk;
import io.sirenorder.store.presence.StorePresence;
import io.sirenorder.store.storefront.StoreUnknown;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reacts to payments and refunds. An event that comes twice or late changes nothing. */
@ApplicationScoped
class PaymentEvents implements FeedListener {
    private static final String APPROVED =
            PaymentApproved.class.getAnnotation(JsonTypeName.class).value();

    private final PlacementDesk placements;
    private final OrderDesk desk;
    private final StorePresence live;
    private final HoldDesk holds;

    PaymentEvents(PlacementDesk placements, OrderDesk desk, StorePresence live, HoldDesk holds) {
        this.placements = placements;
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
                .on(PaymentPartlyCancelled.class, part -> part.intent() == Intent.ORDER, this::reduced)
                .on(RefundRequested.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.DUE))
                .on(RefundDone.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.DONE))
                .on(RefundManual.class, heard -> refund(heard.intent(), heard.checkoutId(), RefundProgress.MANUAL));
    }

    /** A till that has just connected is in no picture yet: Redis is asked before the transaction, not within it. */
    @Override
    public Uni<Void> prepare(List<Envelope> events) {
        return Multi.createFrom()
                .items(events.stream()
                        .filter(event -> event.type().equals(APPROVED))
                        .flatMap(PaymentEvents::store)
                        .distinct())
                .onItem()
                .transformToUniAndConcatenate(live::reach)
                .onItem()
                .ignoreAsUni();
    }

    /** None of what becomes no order; an event that can't be read is left to its effect, which parks it. */
    private static Stream<StoreId> store(Envelope event) {
        try {
            PaymentApproved paid = event.as(PaymentApproved.class);
            return paid.order() == null
                    ? Stream.empty()
                    : Stream.ofNullable(paid.order().storeId());
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private Uni<?> place(PaymentApproved paid) {
        return paid.intent() == Intent.ORDER
                ? placements
                        .place(placement(paid), live.known(paid.order().storeId()))
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
                note(draft),
                draft.promise());
    }

    /** None where nothing was written, as in an order for a coupon. */
    private static String note(OrderDraft draft) {
        return draft.note() == null || draft.note().isBlank() ? null : CardNumbers.masked(Text.clean(draft.note()));
    }

    private Uni<Void> cancelled(PaymentCancelled payment) {
        return payment.intent() == Intent.ORDER
                ? desk.paymentCancelled(order(payment.checkoutId()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> reduced(PaymentPartlyCancelled part) {
        return desk.paymentReduced(order(part.checkoutId()), part.totalCancelledKrw());
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
