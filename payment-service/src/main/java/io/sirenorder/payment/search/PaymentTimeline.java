package io.sirenorder.payment.search;

import io.sirenorder.payment.refund.RefundView;
import io.sirenorder.payment.search.PaymentView.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts what is known of a payment in the order of time. */
final class PaymentTimeline {
    private final List<Entry> entries = new ArrayList<>();

    private PaymentTimeline() {}

    static List<Entry> of(PaymentView payment, List<RefundView> refunds, List<Entry> hints, List<Entry> changes) {
        PaymentTimeline timeline = new PaymentTimeline();
        timeline.addCheckout(payment);
        refunds.forEach(timeline::addRefund);
        return Stream.of(timeline.entries, hints, changes)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    private void addCheckout(PaymentView payment) {
        boolean isPromise = payment.origin().equals("PROMISE");
        add(payment.createdAt(), "checkout.opened", isPromise ? "buyer" : "payment", payment.orderName());
        add(payment.paidAt(), "payment.paid", "portone", payment.transactionId());
        if (payment.verdict() != null) {
            String step = "payment." + payment.verdict().toLowerCase(Locale.ROOT);
            add(payment.settledAt(), step, "payment", payment.reason());
        } else if (payment.status().equals("EXPIRED")) {
            add(payment.expiresAt(), "checkout.expired", "payment", payment.reason());
        }
    }

    private void addRefund(RefundView refund) {
        add(refund.createdAt(), "refund.requested", "payment", refund.reason());
        String end = "refund." + refund.status().toLowerCase(Locale.ROOT);
        String actor = refund.settledBy() == null ? "portone" : refund.settledBy();
        add(refund.endedAt(), end, actor, refund.note() == null ? refund.lastAnswer() : refund.note());
    }

    private void add(Instant at, String step, String actor, String detail) {
        if (at != null) {
            entries.add(new Entry(at, step, actor, detail));
        }
    }
}
