package io.sirenorder.payment.clearing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.store.TimelineRoot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Compares the seals of the last six days every six hours: store-service answers for seven, so that a day does not leave its
 * answer while the clocks differ. Shows the age of the comparison, so that one which never succeeds is noticed.
 */
@Startup
@ApplicationScoped
class SealJob {
    private static final Logger LOG = Logger.getLogger(SealJob.class);
    private static final int DAYS = 6;

    private final SealComparison comparison;
    private final Clock clock;
    private final AtomicLong contradicted = new AtomicLong();
    private final AtomicReference<Instant> compared;

    SealJob(SealComparison comparison, Clock clock, MeterRegistry meters) {
        this.comparison = comparison;
        this.clock = clock;
        this.compared = new AtomicReference<>(clock.instant());
        Gauge.builder("siren.seals.contradicted", contradicted, AtomicLong::get).register(meters);
        Gauge.builder("siren.seals.age", this, SealJob::ageSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Beginning of the last comparison that store-service answered; of this program before the first. */
    Instant comparedAt() {
        return compared.get();
    }

    private double ageSeconds() {
        return Duration.between(comparedAt(), clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> compare() {
        Instant now = clock.instant();
        return comparison
                .contradicted(KoreanTime.dateOf(now).minusDays(DAYS))
                .invoke(found -> show(now, found))
                .onFailure()
                .invoke(failure -> LOG.warnf("the seals of days could not be compared: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void show(Instant now, List<TimelineRoot> found) {
        compared.set(now);
        contradicted.set(found.size());
        found.forEach(seal -> LOG.errorf(
                "ALARM the timelines of store %s on %s are not those that were sealed", seal.storeId(), seal.day()));
    }
}
