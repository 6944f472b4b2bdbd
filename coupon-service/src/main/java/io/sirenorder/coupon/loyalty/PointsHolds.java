package io.sirenorder.coupon.loyalty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.CheckoutId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All points that were set aside, and the checkouts that ended before any could be. */
@ApplicationScoped
class PointsHolds {
    /** By number, for there may be no row yet: two requests for one checkout, or one and its end, wait for each other. */
    private static final String LOCK = "SELECT count(*) FROM pg_advisory_xact_lock(hashtextextended(:checkout, 0))";

    private static final String END =
            "INSERT INTO ended_checkouts (checkout_id) VALUES (:checkout) ON CONFLICT DO NOTHING";
    private static final String ENDED = "SELECT checkout_id FROM ended_checkouts WHERE checkout_id = :checkout";
    private static final String FORGET = "DELETE FROM ended_checkouts WHERE at < now() - interval '1 day'";

    /** Null when there is none; none can be made before this transaction ends. */
    Uni<PointsHold> locked(CheckoutId checkout) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("checkout", "points:" + checkout)
                        .getSingleResult()
                        .chain(() -> find(checkout)));
    }

    Uni<PointsHold> find(CheckoutId checkout) {
        return Panache.getSession().chain(session -> session.find(PointsHold.class, checkout.value()));
    }

    /** Remembers that nothing may be set aside for it any more. */
    Uni<Void> end(CheckoutId checkout) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("checkout", checkout.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> requireAlive(CheckoutId checkout) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENDED, UUID.class)
                        .setParameter("checkout", checkout.value())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .failWith(CheckoutEnded::new)
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> forget() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET).executeUpdate())
                .replaceWithVoid();
    }
}
