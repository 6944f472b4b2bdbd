package io.sirenorder.store.hold;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.store.menu.Basket;
import io.sirenorder.store.menu.Menu;
import io.sirenorder.store.storefront.KitchenLoad;
import io.sirenorder.store.storefront.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Use cases of holds, one transaction each or within the caller's. A hold lives as long as its checkout can become an
 * order; no clock of this service ends it.
 */
@ApplicationScoped
public class HoldDesk {
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final Holds holds;
    private final Claims claims;
    private final Room room;
    private final KitchenLoad load;
    private final Menu menu;
    private final DatabaseClock clock;
    private final HoldConfig config;
    private final HoldMetrics metrics;

    HoldDesk(
            Holds holds,
            Claims claims,
            Room room,
            KitchenLoad load,
            Menu menu,
            DatabaseClock clock,
            HoldConfig config,
            HoldMetrics metrics) {
        this.holds = holds;
        this.claims = claims;
        this.room = room;
        this.load = load;
        this.menu = menu;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
    }

    /** The answer that this request got before; empty when it is new. */
    @WithSession
    Uni<Optional<Quote>> known(CheckoutId id, HoldRequest wanted) {
        return holds.find(id).map(found -> found.map(held -> same(held, wanted)));
    }

    private static Quote same(Held held, HoldRequest wanted) {
        if (held.status() == HoldStatus.RELEASED || held.status() == HoldStatus.RETURNED) {
            throw new CheckoutEnded();
        }
        if (!HoldDigest.of(wanted).equals(held.digest())) {
            throw new HoldDiffers();
        }
        return held.quote();
    }

    /**
     * Prices the lines and takes their stock and kitchen time, or nothing. The same request again gets the answer that it
     * got before.
     */
    @WithTransaction
    Uni<Quote> hold(CheckoutId id, HoldRequest wanted, Store store) {
        return menu.price(store.id(), wanted.pickup(), wanted.lines()).chain(basket -> {
            Claim claim = Claim.first(id, wanted.buyer(), store, basket, clock.now());
            return holds.queue(claim).chain(ahead -> hold(claim, wanted, basket, ahead));
        });
    }

    private Uni<Quote> hold(Claim claim, HoldRequest wanted, Basket basket, Ahead ahead) {
        Optional<Quote> foreseen =
                room.foresee(claim, ahead.load()).map(promise -> basket.quote(claim.store(), promise));
        return open(claim, wanted, foreseen).chain(opened -> {
            if (!opened) {
                return notOpened(claim.id(), wanted);
            }
            return take(claim, basket, ahead)
                    .call(quote -> foreseen.isPresent() ? Uni.createFrom().voidItem() : holds.keep(claim.id(), quote));
        });
    }

    private Uni<Boolean> open(Claim claim, HoldRequest wanted, Optional<Quote> quote) {
        return holds.open(
                claim,
                HoldDigest.of(wanted),
                wanted.holdFor(),
                wanted.holdFor().plus(config.askAfter()),
                config.perBuyer(),
                quote);
    }

    /** The checkout has a row already, or its buyer has too many. */
    private Uni<Quote> notOpened(CheckoutId id, HoldRequest wanted) {
        return holds.lock(id).map(held -> {
            if (held.isPresent()) {
                return same(held.get(), wanted);
            }
            metrics.refused("per-buyer");
            throw new TooManyRequests(RETRY_AFTER);
        });
    }

    private Uni<Quote> take(Claim claim, Basket basket, Ahead ahead) {
        return claims.take(claim, ahead, false)
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> refuse(claim, basket, refusal))
                .map(promise -> basket.quote(claim.store(), promise));
    }

    private Uni<Promise> refuse(Claim claim, Basket basket, Problem refusal) {
        metrics.refused(refusal.slug());
        return holds.ownOf(claim.buyer(), claim.store().id(), claim.id()).map(own -> {
            throw Refusals.named(refusal, basket, own);
        });
    }

    /** The checkout ended, or never came to be: what it held is free. Also for one that has not held anything yet. */
    @WithTransaction
    public Uni<Void> release(CheckoutId id) {
        return claims.release(id).replaceWithVoid();
    }

    /**
     * Commits the hold of an order that is being placed, in its transaction. Empty when nothing is held.
     *
     * @param id of the checkout, which is the order's
     */
    public Uni<Optional<Booking>> commit(CheckoutId id) {
        return claims.commit(id);
    }

    /**
     * Takes what an order needs that holds nothing, in the transaction that places it. {@link Problem} when there is no
     * room; then all is as it was.
     */
    public Uni<Booking> takeNow(CheckoutId id, Recipient buyer, Store store, List<OrderLine> lines) {
        return menu.work(lines).chain(basket -> {
            Claim claim = Claim.first(id, buyer, store, basket, clock.now());
            return claims.reopen(claim)
                    .chain(turn -> load.of(store.id())
                            .chain(ahead -> claims.take(claim.inTurn(turn), new Ahead(ahead, true), true)))
                    .call(promise -> holds.keep(id, basket.quote(store, promise)))
                    .call(() -> claims.commit(id))
                    .map(promise -> new Booking(claim.units(), promise))
                    .onFailure(Problem.class)
                    .call(refusal -> claims.release(id).invoke(() -> metrics.refused(refusal.slug())));
        });
    }

    /** An approved payment's hold is gone, which a restored backup explains: an operator is paged. */
    public void lost(CheckoutId id) {
        metrics.lost(id);
    }

    /** The order ended before a store accepted it, in its transaction. */
    public Uni<Void> giveBack(CheckoutId id) {
        return claims.giveBack(id);
    }

    /** Some holds that are past their expected end. */
    @WithSession
    Uni<List<CheckoutId>> overdue(int limit) {
        return holds.due(limit);
    }

    /** The checkout may still become an order: ask again later. */
    @WithTransaction
    Uni<Void> wait(CheckoutId id) {
        return holds.askLater(id, config.askAgainAfter());
    }
}
