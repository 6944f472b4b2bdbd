package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentPartlyCancelled;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reverses the sales of payments that were cancelled outside of the services, wholly or in part. */
@ApplicationScoped
class PaymentEvents implements FeedListener {
    private final Ledger ledger;

    PaymentEvents(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String producer() {
        return "payment";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(PaymentCancelled.class, this::reverse)
                .on(PaymentPartlyCancelled.class, part -> part.intent() == Intent.ORDER, this::reversePart);
    }

    private Uni<Void> reverse(PaymentCancelled cancelled) {
        return cancelled.intent() == Intent.ORDER
                ? ledger.paymentCancelled(new OrderId(cancelled.checkoutId().value()), cancelled.at())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> reversePart(PaymentPartlyCancelled part) {
        return ledger.partlyCancelled(
                new OrderId(part.checkoutId().value()), part.cancelledKrw(), part.totalCancelledKrw(), part.at());
    }
}
