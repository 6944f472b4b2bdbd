package io.sirenorder.payment.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.payment.cursor.PollCursors;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * Compares the books of each account once a minute on one replica, from where its last comparison began less a reach, and
 * raises an alarm about differences. Every replica shows the age of the comparison that is longest ago, so that one which never
 * succeeds is noticed, and an account that can't be read stops no other.
 */
@Startup
@ApplicationScoped
class ProofJob {
    private static final Logger LOG = Logger.getLogger(ProofJob.class);

    private final PaymentGateways gateways;
    private final Reconciliation reconciliation;
    private final PollCursors cursors;
    private final ReconcilerConfig config;
    private final Clock clock;
    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();

    /** The last comparison of one account, with its differences where it was made here. */
    private record Proof(Instant at, long differences, long manual) {}

    ProofJob(
            PaymentGateways gateways,
            Reconciliation reconciliation,
            PollCursors cursors,
            ReconcilerConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.gateways = gateways;
        this.reconciliation = reconciliation;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
        Instant start = clock.instant();
        gateways.reachable().forEach(gateway -> proofs.put(gateway.label(), new Proof(start, 0, 0)));
        Gauge.builder("siren.money.differences", this, job -> job.sum(Proof::differences))
                .register(meters);
        Gauge.builder("siren.money.manual", this, job -> job.sum(Proof::manual)).register(meters);
        Gauge.builder("siren.money.proof.age", this, ProofJob::ageSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    private long sum(ToLongFunction<Proof> part) {
        return proofs.values().stream().mapToLong(part).sum();
    }

    private double ageSeconds() {
        Instant now = clock.instant();
        return proofs.values().stream()
                        .mapToLong(proof -> Duration.between(proof.at(), now).toMillis())
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    @Scheduled(
            every = "${siren.reconciler.proof}",
            delayed = "${siren.reconciler.proof}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> prove() {
        return InOrder.each(gateways.reachable(), this::prove);
    }

    private Uni<Void> prove(PaymentGateway gateway) {
        String name = "proof-" + gateway.label();
        return cursors.claim(name, config.proofReach(), config.lease())
                .chain(last -> last.isPresent() ? prove(gateway, name, last.get()) : readOther(gateway, name))
                .onFailure()
                .call(failure -> {
                    LOG.warnf(
                            "the books of account %s could not be compared: %s", gateway.label(), failure.getMessage());
                    return cursors.giveBack(name, config.lease());
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> prove(PaymentGateway gateway, String name, Instant last) {
        Instant now = clock.instant();
        Instant since = last.isBefore(now) ? last : now;
        return cursors.hold(
                        name, config.lease(), () -> reconciliation.of(gateway, since.minus(config.proofReach()), now))
                .invoke(report -> tell(report.differences()))
                .call(done -> cursors.move(name, now, config.proofPause(), config.lease()))
                .invoke(report -> proofs.put(
                        gateway.label(), new Proof(now, report.differences().size(), report.manual())))
                .replaceWithVoid();
    }

    /** Another replica compares; this one shows no differences of its own, and the age. */
    private Uni<Void> readOther(PaymentGateway gateway, String name) {
        return cursors.peek(name)
                .invoke(last -> last.ifPresent(at -> proofs.put(gateway.label(), new Proof(at, 0, 0))))
                .replaceWithVoid();
    }

    private static void tell(List<Difference> differences) {
        differences.forEach(each -> LOG.errorf("ALARM money differs: %s", each));
    }
}
