package io.sirenorder.payment.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.payment.refund.RefundView;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A checkout and its payment as operators see them.
 *
 * @param origin {@code PROMISE}, or {@code WALK_IN} for a payment without a checkout
 * @param buyer the buyer, as rows and events name them; null when the payer is unknown
 * @param storeId null for a gift
 * @param amountKrw to be paid through PortOne
 * @param account code of the account at PortOne that the checkout was opened for
 * @param transactionId PortOne's own number; null while nothing is paid
 * @param verdict {@code APPROVED} or {@code REJECTED}; null while nothing is settled
 * @param payerDiffers whether PortOne shows another customer than the buyer
 * @param cancelledKrw gone back so far, as PortOne was last seen to show it
 * @param timeline null in lists
 */
record PaymentView(
        CheckoutId checkoutId,
        String origin,
        String intent,
        @Nullable String buyer,
        @Nullable StoreId storeId,
        String orderName,
        String status,
        @Nullable String outcome,
        @Nullable String reason,
        Krw amountKrw,
        Krw pointsKrw,
        @Nullable String portoneVersion,
        @Nullable String account,
        @Nullable String paymentId,
        @Nullable String transactionId,
        @Nullable String verdict,
        boolean payerDiffers,
        @Nullable String currency,
        @Nullable Krw paidKrw,
        @Nullable Krw cancelledKrw,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant settledAt,
        List<RefundView> refunds,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<Entry> timeline) {

    /**
     * A step of the timeline.
     *
     * @param actor {@code buyer}, {@code portone}, {@code payment} or {@code operator:DIGEST}
     * @param detail more about it, or null
     */
    @Schema(name = "PaymentStep")
    record Entry(
            Instant at, String step, String actor, @Nullable String detail) {}

    PaymentView with(List<RefundView> itsRefunds, List<Entry> itsTimeline) {
        return new PaymentView(
                checkoutId,
                origin,
                intent,
                buyer,
                storeId,
                orderName,
                status,
                outcome,
                reason,
                amountKrw,
                pointsKrw,
                portoneVersion,
                account,
                paymentId,
                transactionId,
                verdict,
                payerDiffers,
                currency,
                paidKrw,
                cancelledKrw,
                createdAt,
                expiresAt,
                paidAt,
                settledAt,
                itsRefunds,
                itsTimeline);
    }
}
