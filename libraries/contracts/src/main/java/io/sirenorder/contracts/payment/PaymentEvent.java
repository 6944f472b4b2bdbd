package io.sirenorder.contracts.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Event;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;

/** Events of payments. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(PaymentEvent.PaymentApproved.class),
    @JsonSubTypes.Type(PaymentEvent.PaymentRejected.class),
    @JsonSubTypes.Type(PaymentEvent.PaymentCancelled.class),
    @JsonSubTypes.Type(PaymentEvent.PaymentPartlyCancelled.class),
    @JsonSubTypes.Type(PaymentEvent.CheckoutExpired.class),
    @JsonSubTypes.Type(PaymentEvent.RefundRequested.class),
    @JsonSubTypes.Type(PaymentEvent.RefundDone.class),
    @JsonSubTypes.Type(PaymentEvent.RefundManual.class)
})
public sealed interface PaymentEvent extends Event {
    CheckoutId checkoutId();

    @Override
    default String stream() {
        return "checkout:" + checkoutId();
    }

    /**
     * A checkout is paid, looked up at PortOne and verified; it now becomes exactly one order or gift, with the checkout's id.
     *
     * @param order set exactly when the intent is ORDER
     * @param gift set exactly when the intent is GIFT
     * @param paidKrw through PortOne; zero when points covered all
     * @param pointsKrw covered by points, reserved at coupon-service under this checkout
     */
    @JsonTypeName("payment.approved")
    record PaymentApproved(
            CheckoutId checkoutId,
            Intent intent,
            Recipient buyer,
            OrderDraft order,
            GiftDraft gift,
            Krw paidKrw,
            Krw pointsKrw,
            Instant at)
            implements PaymentEvent {}

    /**
     * Money came in that can't become what it was for; it goes back.
     *
     * @param buyer null when the payer is unknown
     * @param reason a problem slug: {@code amount-mismatch}, {@code store-closed}, ...
     */
    @JsonTypeName("payment.rejected")
    record PaymentRejected(CheckoutId checkoutId, Recipient buyer, String reason, Krw paidKrw, Instant at)
            implements PaymentEvent {}

    /** PortOne took an approved payment back in full, and not at our request: console or chargeback. */
    @JsonTypeName("payment.cancelled")
    record PaymentCancelled(CheckoutId checkoutId, Intent intent, Recipient buyer, Krw cancelledKrw, Instant at)
            implements PaymentEvent {}

    /**
     * PortOne took a part of an approved payment back, and not at our request; the order or gift stands.
     *
     * @param cancelledKrw by this cancellation
     * @param totalCancelledKrw with all earlier ones
     * @param paidKrw paid through PortOne in the first place
     */
    @JsonTypeName("payment.partly-cancelled")
    record PaymentPartlyCancelled(
            CheckoutId checkoutId,
            Intent intent,
            Recipient buyer,
            Krw cancelledKrw,
            Krw totalCancelledKrw,
            Krw paidKrw,
            Instant at)
            implements PaymentEvent {}

    /** A checkout was not paid in time: its reservations are free again. */
    @JsonTypeName("checkout.expired")
    record CheckoutExpired(CheckoutId checkoutId, Recipient buyer, Instant at) implements PaymentEvent {}

    /** A refund is due; it is being asked for. */
    @JsonTypeName("refund.requested")
    record RefundRequested(
            CheckoutId checkoutId, Intent intent, Recipient buyer, Krw refundKrw, String reason, Instant at)
            implements PaymentEvent {}

    /**
     * The money is on its way back.
     *
     * @param byHand whether a person paid it back outside of PortOne
     */
    @JsonTypeName("refund.done")
    record RefundDone(CheckoutId checkoutId, Intent intent, Recipient buyer, Krw refundKrw, Instant at, boolean byHand)
            implements PaymentEvent {
        @JsonCreator
        public RefundDone {}

        public RefundDone(CheckoutId checkoutId, Intent intent, Recipient buyer, Krw refundKrw, Instant at) {
            this(checkoutId, intent, buyer, refundKrw, at, false);
        }
    }

    /** PortOne refuses for good: a person has to settle it. */
    @JsonTypeName("refund.manual")
    record RefundManual(CheckoutId checkoutId, Intent intent, Recipient buyer, Krw refundKrw, String reason, Instant at)
            implements PaymentEvent {}
}
