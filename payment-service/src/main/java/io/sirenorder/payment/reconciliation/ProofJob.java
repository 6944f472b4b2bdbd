package io.sirenorder.payment.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Compares the books once a minute on one replica, from where the last comparison began less a reach, and raises an alarm
 * about differences. Every replica shows the age of the last comparison, so that one which never succeeds is noticed.
 */
@ApplicationScoped
class ProofJob {
    private static final Logger LOG = Logger.getLogger(ProofJob.class);
    private static final String NAME = "proof";

    private final Reconciliation reconciliation;
    private final PollCursors cursors;
    private final ReconcilerConfig config;
    private final Clock clock;
    private final AtomicLong differences = new AtomicLong();
    private final AtomicLong manual = new AtomicLong();
    private final AtomicReference<Instant> proven;

    ProofJob(
            Reconciliation reconciliation,
            PollCursors cursors,
            ReconcilerConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.reconciliation = reconciliation;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
        this.proven = new AtomicReference<>(clock.instant());
        meters.gauge("siren.money.differences", differences);
        meters.gauge("siren.money.manual", manual);
        Gauge.builder("siren.money.proof.age", this, ProofJob::ageSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    private double ageSeconds() {
        return Duration.between(proven.get(), clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(
            every = "${siren.reconciler.proof:60s}",
            delayed = "${siren.reconciler.proof:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> prove() {
        return cursors.claim(NAME, config.proofReach(), config.lease())
                .chain(last -> last.isPresent() ? prove(last.get()) : readOther())
                .onFailure()
                .call(failure -> {
                    LOG.warnf("the books could not be compared: %s", failure.getMessage());
                    return cursors.giveBack(NAME);
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> prove(Instant last) {
        Instant now = clock.instant();
        Instant since = last.isBefore(now) ? last : now;
        return reconciliation
                .since(since.minus(config.proofReach()), now)
                .invoke(this::tell)
                .call(done -> cursors.move(NAME, now, config.proofPause()))
                .invoke(done -> proven.set(now))
                .replaceWithVoid();
    }

    /** Another replica compares; this one shows no differences of its own, and the age. */
    private Uni<Void> readOther() {
        return cursors.peek(NAME)
                .invoke(last -> last.ifPresent(proven::set))
                .invoke(last -> {
                    differences.set(0);
                    manual.set(0);
                })
                .replaceWithVoid();
    }

    private void tell(ReconciliationReport report) {
        differences.set(report.differences().size());
        manual.set(report.manual());
        report.differences().forEach(each -> LOG.errorf("ALARM money differs: %s", each));
    }
}
