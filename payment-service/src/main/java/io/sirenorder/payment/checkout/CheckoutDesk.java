package io.sirenorder.payment.checkout;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.contracts.payment.PaymentEvent;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.kit.problem.TooManyRequests;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/** The life of a promise until money comes. A change and its event commit together or not at all. */
@ApplicationScoped
@WithTransaction
public class CheckoutDesk {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration GIFT_WINDOW = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final Checkouts checkouts;
    private final CheckoutConfig config;
    private final Outbox outbox;
    private final Clock clock;

    CheckoutDesk(Checkouts checkouts, CheckoutConfig config, Outbox outbox, Clock clock) {
        this.checkouts = checkouts;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Fails with {@link TooManyRequests} when this buyer has left too many unpaid, or a day has more gifts than it may have: of
     * this buyer, or to this recipient. Those to a recipient count once they are paid, so that nobody shuts another out for nothing.
     */
    Uni<Checkout> open(Checkout checkout) {
        Instant now = clock.instant();
        return checkouts
                .lockBuyer(checkout.buyer())
                .chain(() -> checkouts.countUnpaid(checkout.buyer(), now.minus(WINDOW)))
                .invoke(unpaid -> require(unpaid < config.unpaidPerHour()))
                .chain(() -> checkout.intent() == Intent.GIFT
                        ? requireFewGifts(checkout, now.minus(GIFT_WINDOW))
                        : Uni.createFrom().voidItem())
                .chain(() -> checkouts.persist(checkout));
    }

    private Uni<Void> requireFewGifts(Checkout checkout, Instant since) {
        return checkouts
                .countGifts(checkout.buyer(), since)
                .invoke(given -> require(given < config.giftsPerDay()))
                .chain(() -> checkouts.countGiftsTo(checkout.terms().giftTo(), since))
                .invoke(received -> require(received < config.giftsToOnePerDay()))
                .replaceWithVoid();
    }

    private static void require(boolean isBelowLimit) {
        if (!isBelowLimit) {
            throw new TooManyRequests(RETRY);
        }
    }

    Uni<Checkout> approveByPoints(CheckoutId id) {
        return change(id, Checkout::approveByPoints);
    }

    /** Ends a checkout that can't be paid after all, so that its reservations are free at once. */
    Uni<Checkout> abandon(CheckoutId id, String why) {
        return change(id, (checkout, at) -> checkout.expire(why, at));
    }

    /**
     * Ends a checkout at its buyer's wish; fails with {@link CheckoutEnded} once it is paid or over, with {@link NotFound} for
     * another's.
     */
    Uni<Void> abandon(CheckoutId id, Collection<Recipient> buyer) {
        return checkouts.lock(id).chain(checkout -> {
            if (checkout == null || checkout.buyer() == null || !buyer.contains(checkout.buyer())) {
                throw new NotFound();
            }
            if (checkout.status() != CheckoutStatus.OPEN || checkout.isSettled()) {
                throw new CheckoutEnded();
            }
            return record(checkout, checkout.expire("checkout-abandoned", clock.instant()));
        });
    }

    /** Expires a batch of overdue checkouts; the number of them. */
    Uni<Integer> expireOverdue() {
        return checkouts.lockOverdue(config.grace(), BATCH).call(this::expire).map(List::size);
    }

    private Uni<Void> expire(List<Checkout> overdue) {
        return InOrder.each(
                overdue, checkout -> record(checkout, checkout.expire("checkout-expired", clock.instant())));
    }

    /** Takes a batch of checkouts to look up now; each is looked at again later unless that look settles it. */
    public Uni<List<CheckoutId>> claimUnlooked(String account, PortOneVersion version, int limit) {
        return checkouts
                .lockUnlooked(account, version, limit)
                .invoke(found -> found.forEach(each -> each.lookedInVain(config.lookAfter(), clock.instant())))
                .map(found -> found.stream().map(Checkout::id).toList());
    }

    /** Has a checkout looked up again soon, since the look-up that it was claimed for got no answer. */
    public Uni<Void> lookAgain(CheckoutId id) {
        return checkouts
                .lock(id)
                .invoke(checkout -> checkout.lookedUnanswered(config.lookAgainAfter(), clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Checkout> change(CheckoutId id, BiFunction<Checkout, Instant, PaymentEvent> change) {
        return checkouts.lock(id).call(checkout -> record(checkout, change.apply(checkout, clock.instant())));
    }

    private Uni<Void> record(Checkout checkout, PaymentEvent event) {
        return outbox.add(event, checkout.nextEvent());
    }
}
