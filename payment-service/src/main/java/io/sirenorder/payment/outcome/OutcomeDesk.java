package io.sirenorder.payment.outcome;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.feed.consumer.TooEarly;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.checkout.Checkouts;
import io.sirenorder.payment.checkout.Outcome;
import io.sirenorder.payment.fulfilment.FulfilmentDifferences;
import io.sirenorder.payment.refund.Purpose;
import io.sirenorder.payment.refund.RefundDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.function.Function;

/** Keeps the books on what payments became, and has money paid back when that came to nothing. */
@ApplicationScoped
@WithTransaction
class OutcomeDesk {
    private final Checkouts checkouts;
    private final RefundDesk refunds;
    private final FulfilmentDifferences differences;

    OutcomeDesk(Checkouts checkouts, RefundDesk refunds, FulfilmentDifferences differences) {
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.differences = differences;
    }

    /**
     * A paid order stands or a gift lives. One whose payment is not known here is compared with the other books, and noted
     * when the payment becomes known.
     */
    Uni<Void> became(CheckoutId id, Outcome outcome) {
        return checkouts
                .lock(id)
                .invoke(checkout -> became(checkout, outcome))
                .chain(checkout -> isPaid(checkout)
                        ? Uni.createFrom().voidItem()
                        : differences.suspect(id, outcome == Outcome.GIFT ? "gift-unpaid" : "order-unpaid"));
    }

    private static void became(Checkout checkout, Outcome outcome) {
        if (checkout != null) {
            checkout.wasPlacedAs(outcome);
        }
        if (isPaid(checkout) && checkout.outcome() == null) {
            checkout.became(outcome, null);
        }
    }

    private static boolean isPaid(Checkout checkout) {
        return checkout != null && checkout.isSettled();
    }

    /**
     * An order ended without being finished: everything paid for it goes back.
     *
     * @param isMoney whether it was paid through PortOne, so that there has to be a checkout
     */
    Uni<Void> orderEnded(CheckoutId id, boolean isMoney, String reason) {
        return withApproved(id, isMoney, checkout -> {
            checkout.wasPlacedAs(Outcome.ORDER);
            return checkout.payment().isMoney()
                    ? refunds.refundAll(checkout, Purpose.ENDED_ORDER, reason)
                    : settledWithoutMoney(checkout, reason);
        });
    }

    /** A gift ended unused: so much of what was paid for it goes back. */
    Uni<Void> giftEnded(CheckoutId id, Krw refund, String reason) {
        return withApproved(id, refund.isPositive(), checkout -> {
            checkout.wasPlacedAs(Outcome.GIFT);
            if (!checkout.payment().isMoney()) {
                return settledWithoutMoney(checkout, reason);
            }
            return refund.isPositive()
                    ? refunds.refundPart(checkout, Purpose.ENDED_GIFT, BigDecimal.valueOf(refund.won()), reason)
                    : Uni.createFrom().voidItem();
        });
    }

    /** Closes a checkout whose payment was taken back at PortOne and not by us, so that nothing is left to pay back. */
    Uni<Void> voided(CheckoutId id, String reason) {
        return withApproved(id, true, checkout -> settledWithoutMoney(checkout, reason));
    }

    private static Uni<Void> settledWithoutMoney(Checkout checkout, String reason) {
        checkout.became(Outcome.REFUNDED, reason);
        return Uni.createFrom().voidItem();
    }

    /**
     * Orders paid with a coupon or by points alone may have no checkout. Where there has to be one, and where it is not
     * settled, the database was restored to an earlier moment: the event waits until PortOne's list has brought it back.
     */
    private Uni<Void> withApproved(CheckoutId id, boolean isExpected, Function<Checkout, Uni<Void>> change) {
        return checkouts.lock(id).chain(checkout -> {
            if (checkout == null && !isExpected) {
                return Uni.createFrom().voidItem();
            }
            if (!isPaid(checkout)) {
                throw new TooEarly("the payment of checkout " + id);
            }
            return change.apply(checkout);
        });
    }
}
