package io.sirenorder.payment.reconciliation;

import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.fulfilment.FulfilmentDifference;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.reconciliation.ReconciliationReport.Books;
import io.sirenorder.payment.reconciliation.ReconciliationReport.ByHand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts and compares payments, one after the other, for a {@link ReconciliationReport}. */
final class ReconciliationTally {
    private final Instant since;
    private final Instant until;
    private final Instant youngest;
    private final List<Difference> differences = new ArrayList<>();
    private final List<ByHand> byHand = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private Books portone = Books.EMPTY;
    private Books ours = Books.EMPTY;
    private Books pending = Books.EMPTY;
    private long payments;
    private long onTheirWay;
    private long manual;

    ReconciliationTally(Instant since, Instant until, Instant youngest) {
        this.since = since;
        this.until = until;
        this.youngest = youngest;
    }

    /** One payment that PortOne shows, beside what we have of it, or null. */
    void add(PortOnePayment seen, OurPayment known) {
        payments++;
        portone = portone.plus(won(seen.currency(), seen.total()), won(seen.currency(), seen.cancelled()));
        if (known == null) {
            addUnknown(seen);
            return;
        }
        ours = ours.plus(won(known.currency(), known.paid()), won(known.currency(), known.cancelled()));
        manual += known.manual() ? 1 : 0;
        if (known.byHand().isPositive()) {
            byHand.add(new ByHand(
                    known.checkoutId(),
                    known.reference().version(),
                    known.reference().paymentId(),
                    known.byHand()));
        }
        if (known.isOnItsWay()) {
            onTheirWay++;
            pending = pending.plus(
                    won(seen.currency(), seen.total()).minus(won(known.currency(), known.paid())),
                    won(seen.currency(), seen.cancelled()).minus(won(known.currency(), known.cancelled())));
        } else {
            complaint(seen, known).ifPresent(differences::add);
        }
    }

    private void addUnknown(PortOnePayment seen) {
        if (seen.paidAt() != null && seen.paidAt().isAfter(youngest)) {
            onTheirWay++;
            pending = pending.plus(won(seen.currency(), seen.total()), won(seen.currency(), seen.cancelled()));
        } else {
            String detail = seen.total() + " " + seen.currency() + " paid, nothing known of it";
            differences.add(new Difference("unknown", seen.version(), seen.paymentId(), null, detail));
        }
    }

    private static Optional<Difference> complaint(PortOnePayment seen, OurPayment known) {
        if (!known.agrees(seen)) {
            String detail = "PortOne " + seen.total() + "-" + seen.cancelled() + ", ours " + known.paid() + "-"
                    + known.cancelled();
            return different("amounts", known, detail);
        }
        if (known.verdict().equals("REJECTED") && !known.isWhollyBack() && !known.manual()) {
            return different(
                    "not-refunded", known, "rejected and " + known.cancelled() + " of " + known.paid() + " gone back");
        }
        if (known.outcome() == null && !known.manual()) {
            return different("no-outcome", known, "approved and neither order nor gift nor refund");
        }
        if (known.cancelled().compareTo(known.target()) < 0) {
            return different("refund-short", known, known.target() + " refunded, PortOne shows " + known.cancelled());
        }
        boolean stands = "ORDER".equals(known.outcome()) || "GIFT".equals(known.outcome());
        return stands && known.isWhollyCancelled() && !known.told() && !known.manual()
                ? different("stands-unpaid", known, "all of it went back and the " + known.outcome() + " stands")
                : Optional.empty();
    }

    /** Adds a payment in our books that PortOne does not show. */
    void addMissing(OurPayment known) {
        different("missing", known, "PortOne shows no such payment").ifPresent(differences::add);
    }

    private static Optional<Difference> different(String kind, OurPayment known, String detail) {
        return Optional.of(new Difference(
                kind, known.reference().version(), known.reference().paymentId(), known.checkoutId(), detail));
    }

    private static Krw won(String currency, BigDecimal amount) {
        return "KRW".equals(currency) ? Krw.of(amount.longValue()) : Krw.ZERO;
    }

    /** Adds an account whose books could not be read; returns how many there are. */
    int addUnread(String account) {
        unread.add(account);
        return unread.size();
    }

    ReconciliationReport result(List<FulfilmentDifference> fulfilment) {
        return new ReconciliationReport(
                since,
                until,
                payments,
                portone,
                ours,
                pending,
                onTheirWay,
                manual,
                List.copyOf(byHand),
                List.copyOf(differences),
                fulfilment,
                List.copyOf(unread));
    }
}
