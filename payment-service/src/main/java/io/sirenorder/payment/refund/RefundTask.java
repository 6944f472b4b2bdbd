package io.sirenorder.payment.refund;

import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.portone.Cancellation;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOnePayment;
import java.math.BigDecimal;
import java.util.UUID;

/** A refund as its worker needs it, read once. */
record RefundTask(UUID id, PaymentReference payment, BigDecimal target, String key, String reason, boolean ended) {

    static RefundTask of(Refund refund, Checkout checkout) {
        return new RefundTask(
                refund.id(), checkout.reference(), refund.target(), refund.key(), refund.reason(), refund.isEnded());
    }

    boolean isReachedBy(PortOnePayment seen) {
        return seen.cancelled().compareTo(target) >= 0;
    }

    /** The cancellation of the missing amount, guarded by the amount that PortOne held at the look-up. */
    Cancellation cancellation(PortOnePayment seen) {
        return new Cancellation(seen.reference(), target.subtract(seen.cancelled()), seen.remaining(), key, reason);
    }
}
