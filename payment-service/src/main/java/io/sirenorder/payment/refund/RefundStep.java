package io.sirenorder.payment.refund;

import java.time.Duration;

/**
 * The step that follows a try to refund: another try, or a person.
 *
 * @param delay until the next try; null when a person has to settle the refund
 */
record RefundStep(Duration delay) {
    static RefundStep retryIn(Duration delay) {
        return new RefundStep(delay);
    }

    static RefundStep manual() {
        return new RefundStep(null);
    }

    boolean isManual() {
        return delay == null;
    }
}
