package io.sirenorder.coupon.loyalty;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.coupon.PointsReservation;
import io.sirenorder.feed.time.DatabaseClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Points that pay for things: set aside, then spent or given back, once each. */
@Startup
@ApplicationScoped
@WithTransaction
public class PointsDesk {
    private static final Logger LOG = Logger.getLogger(PointsDesk.class);
    private final PointsHolds holds;
    private final Ledger ledger;
    private final DatabaseClock clock;
    private final Counter uncovered;

    PointsDesk(PointsHolds holds, Ledger ledger, DatabaseClock clock, MeterRegistry metrics) {
        this.holds = holds;
        this.ledger = ledger;
        this.clock = clock;
        this.uncovered = metrics.counter("siren.points.uncovered");
    }

    /** Repeatable; fails with {@link InsufficientPoints}. */
    Uni<PointsHold> reserve(CheckoutId checkout, PointsReservation wish) {
        return holds.locked(checkout)
                .call(() -> holds.requireAlive(checkout))
                .chain(known -> ledger.locked(wish.buyer())
                        .chain(account ->
                                known == null ? taken(checkout, wish, account) : sameAgain(known, wish, account)));
    }

    private Uni<PointsHold> taken(CheckoutId checkout, PointsReservation wish, Account account) {
        PointsHold hold = PointsHold.of(checkout, wish, account, clock.now());
        return ledger.move(account, hold.taken())
                .chain(Panache::getSession)
                .chain(session -> session.persist(hold))
                .replaceWith(hold);
    }

    private Uni<PointsHold> sameAgain(PointsHold known, PointsReservation wish, Account account) {
        if (!known.recipient.equals(account.recipient) || known.points != wish.points()) {
            return Uni.createFrom().failure(new PointsReservedOtherwise());
        }
        return known.isReturned()
                ? ledger.move(account, known.takenAgain()).replaceWith(known)
                : Uni.createFrom().item(known);
    }

    /** Null when there is none. */
    Uni<PointsHold> find(CheckoutId checkout) {
        return holds.find(checkout);
    }

    /**
     * A payment counts on these points: if they went back too early they are taken again. When they are gone the payment
     * stands all the same, and an operator is told by the log.
     */
    public Uni<Void> cover(CheckoutId checkout) {
        return holds.locked(checkout).chain(hold -> {
            if (hold == null) {
                return countUncovered(checkout);
            }
            return hold.isReturned() ? coverAgain(hold) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> coverAgain(PointsHold hold) {
        return ledger.locked(hold.recipient())
                .chain(account -> account.points < hold.points
                        ? countUncovered(new CheckoutId(hold.checkoutId))
                        : ledger.move(account, hold.takenAgain()).replaceWithVoid());
    }

    private Uni<Void> countUncovered(CheckoutId checkout) {
        uncovered.increment();
        LOG.warnf("checkout %s counts on points that are not reserved", checkout);
        return Uni.createFrom().voidItem();
    }

    /** The order or gift that they paid for exists. */
    public Uni<Void> spend(CheckoutId checkout) {
        return holds.locked(checkout)
                .onItem()
                .ifNotNull()
                .invoke(PointsHold::spend)
                .replaceWithVoid();
    }

    /** The request came to nothing. */
    Uni<Void> release(CheckoutId checkout) {
        return giveBack(checkout, Percent.ALL, PointsHold::isReserved);
    }

    /** Releases the points of a checkout that came to nothing, and refuses a later reservation for it. */
    public Uni<Void> end(CheckoutId checkout) {
        return release(checkout)
                .chain(() -> holds.find(checkout))
                .chain(hold ->
                        hold == null ? holds.end(checkout) : Uni.createFrom().voidItem());
    }

    /** The order or gift that they paid for has ended: that part of them goes back, whether or not they counted as spent. */
    public Uni<Void> giveBack(CheckoutId checkout, Percent percent) {
        return giveBack(checkout, percent, hold -> !hold.isReturned());
    }

    private Uni<Void> giveBack(CheckoutId checkout, Percent percent, Predicate<PointsHold> which) {
        return holds.locked(checkout)
                .chain(hold -> hold == null || !which.test(hold)
                        ? Uni.createFrom().voidItem()
                        : ledger.locked(hold.recipient())
                                .chain(account -> ledger.move(account, hold.giveBack(percent)))
                                .replaceWithVoid());
    }
}
