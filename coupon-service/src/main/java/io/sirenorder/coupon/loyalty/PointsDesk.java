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
        if (known.isEnded()) {
            return Uni.createFrom().failure(new CheckoutEnded());
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
     * stands all the same, and an operator is told by the log. Where the order has ended by then, as the store's events told
     * before, they stay with the buyer.
     */
    public Uni<Void> cover(CheckoutId checkout) {
        return holds.locked(checkout).chain(hold -> {
            if (hold == null) {
                return countUncovered(checkout);
            }
            return hold.wentBackEarly()
                    ? takeAgain(hold).chain(taken -> taken ? nothing() : countUncovered(checkout))
                    : nothing();
        });
    }

    /** False where the account does not hold so many. */
    private Uni<Boolean> takeAgain(PointsHold hold) {
        return ledger.locked(hold.recipient())
                .chain(account -> account.points < hold.points
                        ? Uni.createFrom().item(false)
                        : ledger.move(account, hold.takenAgain()).replaceWith(true));
    }

    private Uni<Void> countUncovered(CheckoutId checkout) {
        uncovered.increment();
        LOG.warnf("checkout %s counts on points that are not reserved", checkout);
        return Uni.createFrom().voidItem();
    }

    /**
     * The order or gift that they paid for exists. If they went back too early they are taken again, since its payment may be
     * heard of later than it.
     */
    public Uni<Void> spend(CheckoutId checkout) {
        return holds.locked(checkout)
                .onItem()
                .ifNotNull()
                .transformToUni(hold ->
                        (hold.wentBackEarly() ? takeAgain(hold).replaceWithVoid() : nothing()).invoke(hold::spend))
                .replaceWithVoid();
    }

    /** The request came to nothing. */
    Uni<Void> release(CheckoutId checkout) {
        return holds.locked(checkout)
                .chain(hold -> hold == null || !hold.isReserved() ? nothing() : giveBack(hold, Percent.ALL));
    }

    /** Releases the points of a checkout that came to nothing, and refuses a later reservation for it. */
    public Uni<Void> end(CheckoutId checkout) {
        return release(checkout)
                .chain(() -> holds.find(checkout))
                .chain(hold -> hold == null ? holds.end(checkout) : nothing());
    }

    /**
     * The order or gift that they paid for has ended: that part of them goes back, whether or not they counted as spent, and
     * for good.
     */
    public Uni<Void> giveBack(CheckoutId checkout, Percent percent) {
        return holds.locked(checkout)
                .onItem()
                .ifNotNull()
                .invoke(PointsHold::end)
                .chain(hold -> hold == null || hold.isReturned() ? nothing() : giveBack(hold, percent));
    }

    private Uni<Void> giveBack(PointsHold hold, Percent percent) {
        return ledger.locked(hold.recipient())
                .chain(account -> ledger.move(account, hold.giveBack(percent)))
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
