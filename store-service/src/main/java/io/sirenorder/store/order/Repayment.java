package io.sirenorder.store.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.RefundProgress;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The part of an order that is paid back: all of it by a refund, or parts that PortOne took back on its own. */
@Embeddable
class Repayment {
    @Enumerated(EnumType.STRING)
    private RefundProgress refund;

    /** The part of the payment that PortOne took back on its own, in won. */
    private long cancelledKrw;

    /** Takes over what payment-service says, or that all is due because the order ended. */
    void moveTo(RefundProgress progress) {
        refund = progress;
    }

    /** Whether that is no news: known, later than what is known, or before it. */
    boolean knows(RefundProgress progress) {
        return refund == progress
                || refund == RefundProgress.DONE
                || (progress == RefundProgress.DUE && refund != null);
    }

    /** Takes over how much PortOne took back in all, of so much that was paid; returns what is new of it. */
    Krw reduce(Krw total, Krw paid) {
        Krw more = Krw.of(Math.max(0, Math.min(total.won(), paid.won()) - cancelledKrw));
        cancelledKrw += more.won();
        return more;
    }

    RefundProgress refund() {
        return refund;
    }

    /** Null where PortOne took back nothing. */
    Krw cancelled() {
        return cancelledKrw == 0 ? null : Krw.of(cancelledKrw);
    }
}
