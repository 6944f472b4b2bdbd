package io.sirenorder.coupon.gift;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.coupon.GiftEvent;
import io.sirenorder.coupon.time.ValidityClock;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets a gift be changed at the database's time, and tells the others. */
@Startup
@ApplicationScoped
class GiftLog {
    private final Outbox outbox;
    private final ValidityClock clock;
    private final MeterRegistry metrics;

    GiftLog(Outbox outbox, ValidityClock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
        Stream.of(GiftEvent.class.getPermittedSubclasses()).forEach(this::counter);
    }

    /** There from the start: a series that begins with its first event hides that event from a rate. */
    private Counter counter(Class<?> event) {
        String type = event.getAnnotation(JsonTypeName.class).value();
        return metrics.counter("siren.gifts.changes", "type", type);
    }

    /** Within the current transaction, the gift being locked. */
    Uni<Gift> decide(Gift gift, Function<Instant, GiftEvent> decision) {
        return now().map(decision).chain(event -> told(gift, event));
    }

    Uni<Gift> told(Gift gift, GiftEvent event) {
        counter(event.getClass()).increment();
        return outbox.add(event, gift.version).replaceWith(gift);
    }

    Uni<Instant> now() {
        return Panache.getSession().chain(clock::now);
    }
}
