package io.sirenorder.coupon.gift;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.coupon.GiftEvent;
import io.sirenorder.coupon.time.ValidityClock;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/** Lets a gift be changed at the database's time, and tells the others. */
@ApplicationScoped
class GiftLog {
    private final Outbox outbox;
    private final ValidityClock clock;
    private final MeterRegistry metrics;

    GiftLog(Outbox outbox, ValidityClock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Within the current transaction, the gift being locked. */
    Uni<Gift> decide(Gift gift, Function<Instant, GiftEvent> decision) {
        return now().map(decision).chain(event -> told(gift, event));
    }

    Uni<Gift> told(Gift gift, GiftEvent event) {
        String type = event.getClass().getAnnotation(JsonTypeName.class).value();
        metrics.counter("siren.gifts.changes", "type", type).increment();
        return outbox.add(event, gift.version).replaceWith(gift);
    }

    Uni<Instant> now() {
        return Panache.getSession().chain(clock::now);
    }
}
