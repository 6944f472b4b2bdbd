package io.sirenorder.payment.reconciliation;

import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.fulfilment.FulfilmentDifference;
import io.sirenorder.payment.portone.PortOneVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The result of comparing the books.
 *
 * @param pending what PortOne shows of payments on their way and our books do not hold yet: while the books agree,
 *     {@code portone} is {@code ours} plus this
 * @param onTheirWay number of payments that are still becoming something
 * @param manual number of payments whose refund waits for a person
 * @param byHand payments that operators paid back outside of PortOne
 * @param fulfilment payments of any time that orders, gifts or wallets contradict; at most 500
 * @param unread accounts whose books PortOne did not show, each with its version; nothing is said about their payments
 */
public record ReconciliationReport(
        Instant since,
        Instant until,
        long payments,
        Books portone,
        Books ours,
        Books pending,
        long onTheirWay,
        long manual,
        List<ByHand> byHand,
        List<Difference> differences,
        List<FulfilmentDifference> fulfilment,
        List<String> unread) {

    /** A payment of which this much was paid back by hand. */
    public record ByHand(UUID checkoutId, PortOneVersion version, String paymentId, Krw settledKrw) {}

    /** Totals in won. */
    public record Books(Krw paidKrw, Krw cancelledKrw) {
        static final Books EMPTY = new Books(Krw.ZERO, Krw.ZERO);

        Books plus(Krw paid, Krw cancelled) {
            return new Books(paidKrw.plus(paid), cancelledKrw.plus(cancelled));
        }
    }
}
