package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.payment.portone.PaymentWindow;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A checkout as its buyer sees it. */
final class CheckoutView {
    private CheckoutView() {}

    /**
     * A checkout that was just opened.
     *
     * @param pointsKrw taken in points; fewer than wanted where the rest would be too little to charge a card
     * @param promise the ready window of an order; null for a gift
     * @param portone null when points cover all of it
     */
    @Schema(name = "OpenedCheckout")
    record Opened(
            CheckoutId checkoutId,
            Krw amountKrw,
            Krw pointsKrw,
            String orderName,
            Instant expiresAt,
            @Nullable Promise promise,
            @Nullable PaymentWindow portone) {
        static Opened of(Checkout checkout, PaymentWindow window) {
            return new Opened(
                    checkout.id(),
                    checkout.amount(),
                    checkout.terms().points(),
                    checkout.terms().orderName(),
                    checkout.expiresAt(),
                    checkout.terms().promise(),
                    window);
        }
    }

    /**
     * The progress of a checkout.
     *
     * @param outcome null until it became something
     * @param orderId of the order that it became, also after a refund; null where there is none
     * @param giftId of the gift, likewise
     * @param promise the ready window that the buyer was told, or null
     * @param portone null unless the checkout can still be paid
     */
    @Schema(name = "CheckoutProgress")
    record Progress(
            CheckoutId checkoutId,
            CheckoutStatus status,
            @Nullable Outcome outcome,
            @Nullable CheckoutId orderId,
            @Nullable CheckoutId giftId,
            @Nullable String reason,
            Krw amountKrw,
            Krw pointsKrw,
            String orderName,
            Instant expiresAt,
            @Nullable Promise promise,
            @Nullable PaymentWindow portone) {
        static Progress of(Checkout checkout, PaymentWindow window) {
            return new Progress(
                    checkout.id(),
                    checkout.status(),
                    checkout.outcome(),
                    checkout.placedAs() == Outcome.ORDER ? checkout.id() : null,
                    checkout.placedAs() == Outcome.GIFT ? checkout.id() : null,
                    checkout.reason(),
                    checkout.amount(),
                    checkout.terms().points(),
                    checkout.terms().orderName(),
                    checkout.expiresAt(),
                    checkout.terms().promise(),
                    window);
        }
    }
}
