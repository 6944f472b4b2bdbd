package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.store.OrderEvent.OrderAccepted;
import io.sirenorder.contracts.store.OrderEvent.OrderCancelled;
import io.sirenorder.contracts.store.OrderEvent.OrderExpired;
import io.sirenorder.contracts.store.OrderEvent.OrderRefused;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Books accepted orders as sales, and reverses those that are refused or cancelled afterwards. An accepted order expires only
 * where its acceptance was lost: in a store's database that was restored to an earlier moment.
 */
@ApplicationScoped
class OrderEvents implements FeedListener {
    private static final Duration LINGER = Duration.ofMillis(200);

    private final Ledger ledger;

    OrderEvents(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String producer() {
        return "store";
    }

    /** Waited for by no buyer and no till: the events of a moment share a transaction. */
    @Override
    public Duration linger() {
        return LINGER;
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(OrderAccepted.class, accepted -> ledger.sale(accepted.order(), accepted.at()))
                .on(
                        OrderRefused.class,
                        refused -> ledger.reversal(refused.order().orderId(), refused.at()))
                .on(
                        OrderCancelled.class,
                        cancelled -> ledger.reversal(cancelled.order().orderId(), cancelled.at()))
                .on(
                        OrderExpired.class,
                        expired -> ledger.reversal(expired.order().orderId(), expired.at()));
    }
}
