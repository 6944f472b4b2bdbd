package io.sirenorder.payment.reconciliation;

import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.InvalidRequest;
import io.sirenorder.payment.fulfilment.FulfilmentDifferences;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Lays PortOne's books beside ours: each payment paid there became exactly one order, gift or refund here. */
@ApplicationScoped
class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    /** PortOne lists no more than 90 days. */
    private static final int MAX_HOURS = 90 * 24;

    private final PaymentGateways gateways;
    private final OurPayments ours;
    private final FulfilmentDifferences fulfilment;
    private final ReconcilerConfig config;
    private final Clock clock;

    Reconciliation(
            PaymentGateways gateways,
            OurPayments ours,
            FulfilmentDifferences fulfilment,
            ReconcilerConfig config,
            Clock clock) {
        this.gateways = gateways;
        this.ours = ours;
        this.fulfilment = fulfilment;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@link InvalidRequest} for a time that PortOne does not list. */
    Uni<ReconciliationReport> ofLast(int hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new InvalidRequest("hours", "must be between 1 and " + MAX_HOURS);
        }
        Instant now = clock.instant();
        return since(now.minus(Duration.ofHours(hours)), now);
    }

    /** All accounts; one that can't be read is named in the report, and fails it only where none can. */
    private Uni<ReconciliationReport> since(Instant since, Instant now) {
        ReconciliationTally count = tally(since, now);
        List<PaymentGateway> all = gateways.reachable();
        return InOrder.map(
                        all,
                        gateway -> reckon(gateway, since, now, count)
                                .onFailure()
                                .recoverWithUni(failure -> unread(gateway, failure, count, all.size())))
                .chain(done -> fulfilment.standing())
                .map(count::result);
    }

    private static Uni<Void> unread(PaymentGateway gateway, Throwable failure, ReconciliationTally count, int all) {
        LOG.warnf("the books of account %s could not be compared: %s", gateway.label(), failure.getMessage());
        return count.addUnread(gateway.label()) < all
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(failure);
    }

    /** One account; fails where it can't be read. */
    Uni<ReconciliationReport> of(PaymentGateway gateway, Instant since, Instant now) {
        ReconciliationTally count = tally(since, now);
        return reckon(gateway, since, now, count).map(done -> count.result(List.of()));
    }

    private ReconciliationTally tally(Instant since, Instant now) {
        return new ReconciliationTally(since, now, now.minus(config.grace()));
    }

    private Uni<Void> reckon(PaymentGateway gateway, Instant since, Instant now, ReconciliationTally count) {
        Set<String> shown = new HashSet<>();
        return new PaymentList(gateway, since, now.plus(config.overlap()))
                .each(page -> compare(gateway, page, shown, count))
                .chain(() -> ours.settledSince(gateway, since, config.grace()))
                .chain(settled -> compareRest(gateway, settled, shown, count));
    }

    /** A page may repeat what moved while we read. */
    private Uni<Void> compare(
            PaymentGateway gateway, List<PortOnePayment> page, Set<String> shown, ReconciliationTally count) {
        List<PortOnePayment> fresh =
                page.stream().filter(seen -> shown.add(seen.transactionId())).toList();
        List<String> transactions =
                fresh.stream().map(PortOnePayment::transactionId).toList();
        return ours.of(gateway.version(), transactions, config.grace())
                .map(Reconciliation::byTransaction)
                .invoke(known -> fresh.forEach(seen -> count.add(seen, known.get(seen.transactionId()))))
                .replaceWithVoid();
    }

    /** Ours that the list did not show are asked for one by one. */
    private Uni<Void> compareRest(
            PaymentGateway gateway, List<OurPayment> settled, Set<String> shown, ReconciliationTally count) {
        return Multi.createFrom()
                .iterable(settled)
                .filter(known -> !shown.contains(known.reference().transactionId()))
                .onItem()
                .transformToUniAndConcatenate(known -> gateway.lookUp(known.reference())
                        .invoke(seen -> count.add(seen, known))
                        .replaceWithVoid()
                        .onFailure(PaymentUnknown.class)
                        .recoverWithUni(() -> Uni.createFrom().voidItem().invoke(() -> count.addMissing(known))))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Map<String, OurPayment> byTransaction(List<OurPayment> known) {
        return known.stream()
                .collect(Collectors.toMap(payment -> payment.reference().transactionId(), Function.identity()));
    }
}
