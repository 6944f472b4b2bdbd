package io.sirenorder.payment.refund;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.payment.PaymentEvent;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.kit.problem.NotFound;
import io.sirenorder.payment.audit.Changes;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.checkout.Checkouts;
import io.sirenorder.payment.checkout.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Use cases of refunds; each change and its event commit in one transaction. */
@ApplicationScoped
@WithTransaction
public class RefundDesk {
    private final Refunds refunds;
    private final Checkouts checkouts;
    private final Outbox outbox;
    private final RefundConfig config;
    private final Changes changes;
    private final Clock clock;

    RefundDesk(Refunds refunds, Checkouts checkouts, Outbox outbox, RefundConfig config, Changes changes, Clock clock) {
        this.refunds = refunds;
        this.checkouts = checkouts;
        this.outbox = outbox;
        this.config = config;
        this.changes = changes;
        this.clock = clock;
    }

    /** Everything that was paid is to go back; once per purpose, however often it is said. */
    public Uni<Void> refundAll(Checkout checkout, Purpose purpose, String reason) {
        return refund(checkout, purpose, checkout.payment().paid(), reason);
    }

    /** Requests a refund of that amount, on top of earlier ones, and never of more than was paid; once per purpose. */
    public Uni<Void> refundPart(Checkout checkout, Purpose purpose, BigDecimal amount, String reason) {
        BigDecimal wanted = checkout.payment().cancelled().add(amount);
        return refund(checkout, purpose, wanted.min(checkout.payment().paid()), reason);
    }

    private Uni<Void> refund(Checkout checkout, Purpose purpose, BigDecimal target, String reason) {
        return refunds.of(checkout.id(), purpose).chain(known -> {
            if (known != null) {
                return Uni.createFrom().voidItem();
            }
            Refund due = Refund.of(checkout, purpose, target, reason, clock.instant());
            return refunds.persist(due).chain(() -> outbox.add(due.requested(checkout), checkout.nextEvent()));
        });
    }

    Uni<List<UUID>> claim(int limit) {
        return refunds.claim(limit, config.lease());
    }

    Uni<Void> renew(UUID id) {
        return refunds.renew(id, config.lease());
    }

    @WithSession
    Uni<RefundTask> task(UUID id) {
        return refunds.findById(id)
                .chain(refund -> checkouts
                        .findById(refund.checkoutId().value())
                        .map(checkout -> RefundTask.of(refund, checkout)));
    }

    /** PortOne shows it as cancelled. */
    Uni<Void> done(UUID id) {
        return change(id, (refund, checkout) -> {
            checkout.payment().sawCancelled(refund.target());
            checkout.became(Outcome.REFUNDED, refund.reason());
            return Optional.of(refund.done(checkout, clock.instant()));
        });
    }

    /** Ends the refunds that wait for a person although PortOne shows them as cancelled by now; the checkout is locked. */
    public Uni<Void> endReached(Checkout checkout) {
        return refunds.lockManual(checkout.id())
                .chain(waiting -> Multi.createFrom()
                        .iterable(waiting)
                        .filter(refund ->
                                refund.target().compareTo(checkout.payment().cancelled()) <= 0)
                        .onItem()
                        .transformToUniAndConcatenate(refund -> {
                            checkout.became(Outcome.REFUNDED, refund.reason());
                            return outbox.add(refund.reached(checkout, clock.instant()), checkout.nextEvent());
                        })
                        .collect()
                        .last());
    }

    /** Has PortOne asked once more; fails with {@link RefundNotManual} unless the refund waits for a person. */
    Uni<RefundView> retry(UUID id, String by) {
        return byHand(id, by, (refund, checkout) -> {
            refund.retry(clock.instant());
            return Optional.empty();
        });
    }

    /** Ends a refund that was paid back outside of PortOne; fails with {@link RefundNotManual} as {@link #retry} does. */
    Uni<RefundView> settle(UUID id, HandSettlement settlement, String by) {
        return byHand(id, by, (refund, checkout) -> {
            settlement.check(refund, clock.instant());
            checkout.became(Outcome.REFUNDED, refund.reason());
            return Optional.of(refund.settle(checkout, settlement, by, clock.instant()));
        });
    }

    private Uni<RefundView> byHand(
            UUID id, String by, BiFunction<Refund, Checkout, Optional<? extends PaymentEvent>> change) {
        return refunds.checkoutOf(id)
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .chain(checkouts::lock)
                .chain(checkout -> refunds.lock(id).chain(refund -> {
                    RefundView before = refund.view();
                    return record(checkout, change.apply(refund, checkout))
                            .chain(() -> changes.add(by, "refund:" + id, before, refund.view()))
                            .replaceWith(refund::view);
                }));
    }

    /** A person has to settle it. */
    Uni<Void> manual(UUID id, String answer) {
        return change(id, (refund, checkout) -> Optional.of(refund.manual(checkout, answer, clock.instant())));
    }

    /** No clear answer came; the refund is asked for again. */
    Uni<Void> unclear(UUID id, String answer) {
        return change(id, (refund, checkout) -> {
            refund.postpone(answer, config.waitAfter(refund.tries()), clock.instant());
            return Optional.empty();
        });
    }

    /** PortOne has not decided yet; a person takes over when that lasts too long. */
    Uni<Void> pending(UUID id, String answer) {
        return change(id, (refund, checkout) -> refund.pending(checkout, answer, config, clock.instant()));
    }

    /** PortOne refused this time; a person takes over after a number of refusals. */
    Uni<Void> refused(UUID id, String answer) {
        return change(id, (refund, checkout) -> refund.refused(checkout, answer, config, clock.instant()));
    }

    /** Locks the checkout first, then the refund, as everywhere. A refund that has ended stays as it is. */
    private Uni<Void> change(UUID id, BiFunction<Refund, Checkout, Optional<? extends PaymentEvent>> change) {
        return refunds.checkoutOf(id)
                .chain(checkouts::lock)
                .chain(checkout -> refunds.lock(id)
                        .chain(refund -> refund.isEnded()
                                ? Uni.createFrom().voidItem()
                                : record(checkout, change.apply(refund, checkout))));
    }

    private Uni<Void> record(Checkout checkout, Optional<? extends PaymentEvent> event) {
        return event.map(each -> outbox.add(each, checkout.nextEvent()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
