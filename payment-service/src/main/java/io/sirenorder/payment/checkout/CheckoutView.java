package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.portone.PaymentWindow;
import java.time.Instant;

/** A checkout as its buyer sees it. */
final class CheckoutView {
    private CheckoutView() {}

    /**
     * The promise.
     *
     * @param pointsKrw taken in points; fewer than wanted where the rest would be too little to charge a card
     * @param portone null when points cover all of it
     */
    record Promise(
            CheckoutId checkoutId,
            Krw amountKrw,
            Krw pointsKrw,
            String orderName,
            Instant expiresAt,
            PaymentWindow portone) {
        static Promise of(Checkout checkout, PaymentWindow window) {
            return new Promise(
                    checkout.id(),
                    checkout.amount(),
                    checkout.points(),
                    checkout.orderName(),
                    checkout.expiresAt(),
                    window);
        }
    }

    /** What came of it. */
    record Progress(
            CheckoutId checkoutId,
            CheckoutStatus status,
            Outcome outcome,
            CheckoutId orderId,
            CheckoutId giftId,
            String reason,
            Krw amountKrw,
            String orderName,
            Instant expiresAt) {
        static Progress of(Checkout checkout) {
            return new Progress(
                    checkout.id(),
                    checkout.status(),
                    checkout.outcome(),
                    checkout.outcome() == Outcome.ORDER ? checkout.id() : null,
                    checkout.outcome() == Outcome.GIFT ? checkout.id() : null,
                    checkout.reason(),
                    checkout.amount(),
                    checkout.orderName(),
                    checkout.expiresAt());
        }
    }
}
