package io.sirenorder.coupon.coupon;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.coupon.CouponEvent;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down each change of a coupon: a step of its timeline, an event for the others, a count. */
@ApplicationScoped
class CouponLog {
    private static final String PREFIX = "coupon.";

    private final Outbox outbox;
    private final MeterRegistry metrics;

    CouponLog(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** Within the transaction that made the change. */
    Uni<Coupon> add(Coupon coupon, CouponEvent event, OrderId order, Cause because) {
        String step = event.getClass().getAnnotation(JsonTypeName.class).value().substring(PREFIX.length());
        metrics.counter("siren.coupons.changes", "step", step).increment();
        return outbox.add(event, coupon.version)
                .chain(Panache::getSession)
                .chain(session -> session.persist(new CouponStep(coupon, step, order, because, event.at())))
                .replaceWith(coupon);
    }
}
