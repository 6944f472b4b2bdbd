package io.sirenorder.payment.reconciliation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.payment.cursor.PollCursors;
import io.sirenorder.payment.hint.HintWorker;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentHint;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads PortOne's list for payments that we don't know and cancellations of which no webhook came. Each is taken like a webhook,
 * so that one which can't be settled now holds up no other.
 */
@ApplicationScoped
class PaymentListPoller {
    private static final Logger LOG = Logger.getLogger(PaymentListPoller.class);

    private final PaymentGateways gateways;
    private final HintWorker worker;
    private final OurPayments ours;
    private final PollCursors sweeps;
    private final ReconcilerConfig config;
    private final Clock clock;

    PaymentListPoller(
            PaymentGateways gateways,
            HintWorker worker,
            OurPayments ours,
            PollCursors sweeps,
            ReconcilerConfig config,
            Clock clock) {
        this.gateways = gateways;
        this.worker = worker;
        this.ours = ours;
        this.sweeps = sweeps;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${siren.reconciler.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return InOrder.each(gateways.reachable(), this::sweep);
    }

    private Uni<Void> sweep(PaymentGateway gateway) {
        String name = "payments-" + gateway.label();
        return sweeps.claim(name, config.reach(), config.lease())
                .chain(until -> until.isEmpty() ? Uni.createFrom().voidItem() : readOn(gateway, name, until.get()))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("%s could not be read: %s", name, failure.getMessage());
                    return sweeps.giveBack(name, config.lease());
                });
    }

    /** Stretch by stretch until the list is read to its end. */
    private Uni<Void> readOn(PaymentGateway gateway, String name, Instant known) {
        return sweeps.hold(name, config.lease(), () -> read(gateway, known))
                .call(read -> sweeps.move(name, read, Duration.ZERO, config.lease()))
                .chain(read -> read.isBefore(clock.instant().minus(config.overlap()))
                        ? sweep(gateway)
                        : Uni.createFrom().voidItem());
    }

    /** Until when it is read now: a bounded stretch at a time, and each again that failed. */
    private Uni<Instant> read(PaymentGateway gateway, Instant known) {
        Instant now = clock.instant();
        Instant stretch = known.plus(config.stretch());
        Instant until = stretch.isBefore(now) ? stretch : now;
        return new PaymentList(gateway, known.minus(config.overlap()), until.plus(config.overlap()))
                .each(page -> takeNews(gateway, page))
                .replaceWith(until);
    }

    private Uni<Void> takeNews(PaymentGateway gateway, List<PortOnePayment> page) {
        List<String> transactions =
                page.stream().map(PortOnePayment::transactionId).toList();
        return ours.of(gateway.version(), transactions, Duration.ZERO)
                .map(known -> known.stream()
                        .collect(Collectors.toMap(payment -> payment.reference().transactionId(), Function.identity())))
                .chain(known -> Multi.createFrom()
                        .iterable(page)
                        .filter(seen -> isNews(known, seen))
                        .onItem()
                        .transformToUniAndConcatenate(seen -> worker.take(PaymentHint.listed(seen), "listed"))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private static boolean isNews(Map<String, OurPayment> known, PortOnePayment seen) {
        OurPayment payment = known.get(seen.transactionId());
        return payment == null || !payment.agrees(seen);
    }
}
