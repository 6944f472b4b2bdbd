package io.sirenorder.payment.reconciliation;

import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentPage;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** PortOne's own list of a stretch of time, page by page. */
record PaymentList(PaymentGateway gateway, Instant from, Instant until) {
    /** PortOne gives no more than 60,000 payments of one list. */
    private static final int MAX_PAGES = 600;

    /** Reads all of it, one page after the other. */
    Uni<Void> each(Function<List<PortOnePayment>, Uni<Void>> page) {
        return from(0, page);
    }

    private Uni<Void> from(int number, Function<List<PortOnePayment>, Uni<Void>> page) {
        return gateway.changed(from, until, number)
                .chain(read -> page.apply(own(read))
                        .chain(() -> read.last() || number + 1 >= MAX_PAGES
                                ? Uni.createFrom().voidItem()
                                : from(number + 1, page)));
    }

    private List<PortOnePayment> own(PaymentPage page) {
        return page.payments().stream().filter(gateway::owns).toList();
    }
}
