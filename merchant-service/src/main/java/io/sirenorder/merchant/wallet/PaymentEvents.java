package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentCancelled;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reverses the sales of payments that were cancelled outside of the services. */
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
        return Reactions.none().on(PaymentCancelled.class, this::reverse);
    }

    private Uni<Void> reverse(PaymentCancelled cancelled) {
        return cancelled.intent() == Intent.ORDER
                ? ledger.paymentCancelled(new OrderId(cancelled.checkoutId().value()), cancelled.at())
                : Uni.createFrom().voidItem();
    }
}
