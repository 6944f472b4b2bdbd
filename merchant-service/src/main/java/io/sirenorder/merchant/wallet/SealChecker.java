package io.sirenorder.merchant.wallet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Adds up sealed days from the ledger again, a bounded number per run, round and round. Two replicas that compare the same
 * day find the same. The hundred that were last found to differ are compared in each run, until they agree again; others
 * when it is their turn.
 */
@Startup
@ApplicationScoped
class SealChecker {
    private static final Logger LOG = Logger.getLogger(SealChecker.class);
    /** Statements of a run: one for each of these days, and as many again for days that differ. */
    private static final int BATCH = 100;

    private final Statements statements;
    private final SealChecks checks;
    private final Counter compared;
    private final AtomicLong broken = new AtomicLong();

    SealChecker(Statements statements, SealChecks checks, MeterRegistry meters) {
        this.statements = statements;
        this.checks = checks;
        this.compared = meters.counter("siren.wallets.seals.compared");
        Gauge.builder("siren.wallets.seals.broken", broken, AtomicLong::get).register(meters);
    }

    @Scheduled(every = "${siren.wallets.compare-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return checks.known(BATCH)
                .chain(days -> InOrder.each(days, this::compare))
                .chain(() -> checks.next(BATCH))
                .chain(days -> InOrder.each(days, this::compare).chain(() -> checks.reached(days)))
                .chain(checks::count)
                .invoke(broken::set)
                .replaceWithVoid();
    }

    private Uni<Void> compare(SealedDay sealed) {
        return statements
                .of(sealed.wallet(), sealed.day())
                .invoke(() -> compared.increment())
                .chain(found -> sealed.isOf(found) ? checks.remove(sealed) : differs(sealed));
    }

    private Uni<Void> differs(SealedDay sealed) {
        return checks.add(sealed)
                .invoke(isNew -> {
                    if (isNew) {
                        LOG.errorf("day %s of wallet %s is not what was sealed", sealed.day(), sealed.wallet());
                    }
                })
                .replaceWithVoid();
    }
}
