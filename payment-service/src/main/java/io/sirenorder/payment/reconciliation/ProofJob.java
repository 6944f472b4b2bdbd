package io.sirenorder.payment.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Proves every minute that the money agrees, and rings when it does not. */
@ApplicationScoped
class ProofJob {
    private static final Logger LOG = Logger.getLogger(ProofJob.class);

    private final Reconciliation proof;
    private final ReconcilerConfig config;
    private final AtomicLong differences = new AtomicLong();
    private final AtomicLong manual = new AtomicLong();

    ProofJob(Reconciliation proof, ReconcilerConfig config, MeterRegistry meters) {
        this.proof = proof;
        this.config = config;
        meters.gauge("siren.money.differences", differences);
        meters.gauge("siren.money.manual", manual);
    }

    @Scheduled(
            every = "${siren.reconciler.proof:60s}",
            delayed = "${siren.reconciler.proof:60s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> prove() {
        return proof.reckon(config.proofReach())
                .invoke(this::tell)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("the money could not be proved to agree: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void tell(ReconciliationReport reckoning) {
        differences.set(reckoning.differences().size());
        manual.set(reckoning.manual());
        reckoning.differences().forEach(each -> LOG.errorf("money differs: %s", each));
    }
}
