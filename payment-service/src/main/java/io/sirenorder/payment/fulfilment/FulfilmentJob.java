package io.sirenorder.payment.fulfilment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.payment.cursor.PollCursors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Compares payments with the other services' books on one replica at a time. Every replica shows the differences and the age
 * of the comparison, so that one which never succeeds is noticed.
 */
@Startup
@ApplicationScoped
class FulfilmentJob {
    private static final Logger LOG = Logger.getLogger(FulfilmentJob.class);
    private static final String NAME = "fulfilment";

    private final FulfilmentComparison comparison;
    private final FulfilmentDifferences differences;
    private final PollCursors cursors;
    private final FulfilmentConfig config;
    private final Clock clock;
    private final AtomicLong standing = new AtomicLong();
    private final AtomicReference<Instant> compared;

    FulfilmentJob(
            FulfilmentComparison comparison,
            FulfilmentDifferences differences,
            PollCursors cursors,
            FulfilmentConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.comparison = comparison;
        this.differences = differences;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
        this.compared = new AtomicReference<>(clock.instant());
        meters.gauge("siren.fulfilment.differences", standing);
        Gauge.builder("siren.fulfilment.age", this, FulfilmentJob::ageSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    private double ageSeconds() {
        return Duration.between(compared.get(), clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(
            every = "${siren.fulfilment.every}",
            delayed = "${siren.fulfilment.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return cursors.claim(NAME, Duration.ZERO, config.lease())
                .chain(mine -> mine.isPresent()
                        ? cursors.hold(NAME, config.lease(), comparison::run)
                                .eventually(() -> cursors.giveBack(NAME, config.lease()))
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("payments could not be compared with what they became: %s", failure))
                .onFailure()
                .recoverWithNull()
                .chain(this::show)
                .onFailure()
                .invoke(failure -> LOG.warnf("the differences could not be counted: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> show() {
        return differences
                .count()
                .invoke(standing::set)
                .invoke(count -> {
                    if (count > 0) {
                        LOG.errorf("ALARM %d payments differ from what they became: see GET /proof", count);
                    }
                })
                .chain(() -> cursors.peek(FulfilmentComparison.SETTLED))
                .invoke(until -> until.ifPresent(position -> compared.set(position.plus(config.grace()))))
                .replaceWithVoid();
    }
}
