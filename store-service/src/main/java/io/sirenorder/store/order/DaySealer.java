package io.sirenorder.store.order;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.KoreanTime;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.store.order.DaySeals.Seal;
import io.sirenorder.store.storefront.StoreDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Seals each day's timelines after ten past midnight in Korea, and checks those of the last seven days. */
@Startup
@ApplicationScoped
class DaySealer {
    private static final Logger LOG = Logger.getLogger(DaySealer.class);
    private static final LocalTime NOT_BEFORE = LocalTime.of(0, 10);
    private static final Duration CHECKED = Duration.ofDays(7);
    private static final int BATCH = 100;

    private final DaySeals seals;
    private final Orders orders;
    private final StoreDesk stores;
    private final DatabaseClock clock;
    private final AtomicLong broken = new AtomicLong();

    DaySealer(DaySeals seals, Orders orders, StoreDesk stores, DatabaseClock clock, MeterRegistry meters) {
        this.seals = seals;
        this.orders = orders;
        this.stores = stores;
        this.clock = clock;
        Gauge.builder("siren.timeline.broken", broken, AtomicLong::get).register(meters);
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> seal() {
        boolean tooEarly = LocalTime.ofInstant(clock.now(), KoreanTime.ZONE).isBefore(NOT_BEFORE);
        return tooEarly ? Uni.createFrom().voidItem() : sealAll();
    }

    Uni<Void> sealAll() {
        return Panache.withTransaction(() -> seals.unsealed(BATCH).call(this::keep))
                .chain(found -> found.size() < BATCH ? Uni.createFrom().voidItem() : sealAll());
    }

    private Uni<Void> keep(List<Seal> found) {
        return InOrder.each(
                found,
                seal -> seals.keep(seal)
                        .chain(kept -> kept
                                ? stores.daySealed(new StoreId(seal.store()), seal.day(), seal.orders(), seal.root())
                                : Uni.createFrom().voidItem()));
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> check() {
        return contradicted()
                .chain(contradicted -> changed(new UUID(0, 0), 0).invoke(altered -> found(contradicted, altered)))
                .replaceWithVoid();
    }

    /** Number of seals that the steps contradict. */
    Uni<Long> contradicted() {
        return Panache.withSession(seals::broken);
    }

    private void found(long contradicted, long altered) {
        broken.set(contradicted + altered);
        if (broken.get() > 0) {
            LOG.errorf("%d seals and %d timelines are not as they were written", contradicted, altered);
        }
    }

    /** Number of orders of the last days whose hashes are not those of their steps. */
    private Uni<Long> changed(UUID after, long before) {
        return Panache.withSession(() -> orders.since(clock.now().minus(CHECKED), after, BATCH))
                .chain(found -> {
                    long altered = before
                            + found.stream()
                                    .filter(order -> !order.timelineView().intact())
                                    .count();
                    return found.size() < BATCH
                            ? Uni.createFrom().item(altered)
                            : changed(found.get(found.size() - 1).id().value(), altered);
                });
    }

    long broken() {
        return broken.get();
    }
}
