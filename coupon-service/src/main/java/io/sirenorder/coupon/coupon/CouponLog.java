package io.sirenorder.coupon.coupon;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponEvent;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Writes down each change of a coupon: a step of its timeline, an event for the others, a count. */
@Startup
@ApplicationScoped
class CouponLog {
    private static final String PREFIX = "coupon.";

    private final Outbox outbox;
    private final MeterRegistry metrics;

    CouponLog(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
        Stream.of(CouponEvent.class.getPermittedSubclasses()).forEach(this::counter);
    }

    /** There from the start: a series that begins with its first event hides that event from a rate. */
    private Counter counter(Class<?> event) {
        return metrics.counter("siren.coupons.changes", "step", step(event));
    }

    private static String step(Class<?> event) {
        return event.getAnnotation(JsonTypeName.class).value().substring(PREFIX.length());
    }

    /** Within the transaction that made the change. */
    Uni<Coupon> add(Coupon coupon, CouponEvent event, OrderId order, Cause because) {
        String step = step(event.getClass());
        counter(event.getClass()).increment();
        return outbox.add(event, coupon.version)
                .chain(Panache::getSession)
                .chain(session -> session.persist(new CouponStep(coupon, step, order, because, event.at())))
                .replaceWith(coupon);
    }
}
