package io.sirenorder.payment.reconciliation;

import io.sirenorder.contracts.Krw;
import java.time.Instant;
import java.util.List;

/**
 * What comparing the books came to.
 *
 * @param onTheirWay payments that are still becoming something
 * @param manual payments whose refund a person has to settle
 */
public record ReconciliationReport(
        Instant since,
        Instant until,
        long payments,
        Books portone,
        Books ours,
        long onTheirWay,
        long manual,
        List<Difference> differences) {

    /** Totals in won. */
    public record Books(Krw paidKrw, Krw cancelledKrw) {
        static final Books EMPTY = new Books(Krw.ZERO, Krw.ZERO);

        Books plus(Krw paid, Krw cancelled) {
            return new Books(paidKrw.plus(paid), cancelledKrw.plus(cancelled));
        }
    }
}
