package io.sirenorder.payment.settlement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.payment.PaymentEvent;
import io.sirenorder.feed.outbox.Companion;
import io.sirenorder.feed.outbox.Outbox;
import io.sirenorder.payment.checkout.Checkout;
import io.sirenorder.payment.checkout.Checkouts;
import io.sirenorder.payment.checkout.Origin;
import io.sirenorder.payment.checkout.Verdict;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.refund.Purpose;
import io.sirenorder.payment.refund.RefundDesk;
import io.sirenorder.payment.refund.Refunds;
import io.sirenorder.payment.settlement.LostCheckouts.Lost;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Decides about a payment that was just looked up, once, under the lock of its checkout. */
@ApplicationScoped
@WithTransaction
class SettlementDesk {
    private static final Logger LOG = Logger.getLogger(SettlementDesk.class);

    private final Checkouts checkouts;
    private final Refunds refunds;
    private final RefundDesk refundDesk;
    private final PaymentChecks scrutiny;
    private final Outbox outbox;
    private final SettlementMetrics metrics;
    private final Clock clock;

    SettlementDesk(
            Checkouts checkouts,
            Refunds refunds,
            RefundDesk refundDesk,
            PaymentChecks scrutiny,
            Outbox outbox,
            SettlementMetrics metrics,
            Clock clock) {
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.refundDesk = refundDesk;
        this.scrutiny = scrutiny;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Empty for money that no checkout waits for. */
    Uni<Optional<Settled>> judge(PortOnePayment seen, Companion ifApproved) {
        return judge(seen, named -> scrutiny.objection(named, seen), ifApproved);
    }

    /** Rejects a payment that can't be settled otherwise; empty for money that no checkout waits for. */
    Uni<Optional<Settled>> reject(PortOnePayment seen, String why) {
        return judge(seen, named -> Optional.of(why), Companion.NONE);
    }

    private Uni<Optional<Settled>> judge(
            PortOnePayment seen, Function<Checkout, Optional<String>> objection, Companion ifApproved) {
        return named(seen).chain(named -> {
            if (named != null && isConsumedBy(named, seen)) {
                return observe(named, seen).map(Optional::of);
            }
            if (named != null && isWaitingFor(named, seen)) {
                return (seen.wasPaid() ? decide(named, seen, objection.apply(named), ifApproved) : nothingYet())
                        .map(Optional::of);
            }
            return stranger(seen);
        });
    }

    private Uni<Optional<Settled>> stranger(PortOnePayment seen) {
        return consumer(seen).chain(consumer -> {
            if (consumer != null) {
                return observe(consumer, seen).map(Optional::of);
            }
            return seen.wasPaid()
                    ? Uni.createFrom().item(Optional.empty())
                    : nothingYet().map(Optional::of);
        });
    }

    private static Uni<Settled> nothingYet() {
        return Uni.createFrom().item(Settled.WAITING);
    }

    /** Records a payment that has no checkout under a new id; a concurrent second call finds it recorded. */
    Uni<Settled> admit(WalkIn walkIn, PortOnePayment seen, Companion ifApproved) {
        return checkouts
                .lockPayment(seen.reference())
                .chain(() -> consumer(seen))
                .chain(consumer -> consumer != null ? observe(consumer, seen) : admitNew(walkIn, seen, ifApproved));
    }

    /**
     * Records a payment of which another service made an order or a gift, and whose checkout this database has lost; empty
     * where there is such a checkout.
     */
    Uni<Optional<Settled>> recover(Lost lost, PortOnePayment seen, Companion ifApproved) {
        return checkouts
                .lockPayment(seen.reference())
                .chain(() -> consumer(seen))
                .chain(consumer -> consumer != null
                        ? observe(consumer, seen).map(Optional::of)
                        : checkouts
                                .lock(lost.checkoutId())
                                .chain(known -> known != null
                                        ? Uni.createFrom().item(Optional.empty())
                                        : recoverNew(lost, seen, ifApproved).map(Optional::of)));
    }

    private Uni<Settled> recoverNew(Lost lost, PortOnePayment seen, Companion ifApproved) {
        Checkout checkout = Checkout.recovered(lost.checkoutId(), lost.purchase(), seen.reference(), clock.instant());
        LOG.warnf("checkout %s was lost and is recovered from the %s made of it", checkout.id(), checkout.intent());
        return checkouts
                .persist(checkout)
                .chain(() -> decide(checkout, seen, scrutiny.objectionToRecovered(checkout, seen), ifApproved));
    }

    private Uni<Settled> admitNew(WalkIn walkIn, PortOnePayment seen, Companion ifApproved) {
        return isPinnedElsewhere(seen).chain(elsewhere -> {
            Checkout checkout = Checkout.walkIn(walkIn.buyer(), walkIn.priced(), seen.reference(), clock.instant());
            Optional<String> objection = elsewhere
                    ? Optional.of(PaymentChecks.ACCOUNT_MISMATCH)
                    : walkIn.objection().or(() -> scrutiny.objection(checkout, seen));
            return checkouts.persist(checkout).chain(() -> decide(checkout, seen, objection, ifApproved));
        });
    }

    /** Whether this payment names a checkout that is to be paid into another account. */
    private Uni<Boolean> isPinnedElsewhere(PortOnePayment seen) {
        return checkoutId(seen.paymentId())
                .map(id -> checkouts.count("id = ?1 and account <> ?2", id.value(), seen.account()))
                .orElse(Uni.createFrom().item(0L))
                .map(found -> found > 0);
    }

    private Uni<Checkout> consumer(PortOnePayment seen) {
        return checkouts.lockConsumer(seen.reference());
    }

    /** The checkout that this payment names, in any state; null when there is none. */
    private Uni<Checkout> named(PortOnePayment seen) {
        return checkoutId(seen.paymentId())
                .map(checkouts::lock)
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static boolean isConsumedBy(Checkout checkout, PortOnePayment seen) {
        return checkout.isSettled()
                && checkout.isPaidThrough(seen)
                && seen.transactionId().equals(checkout.payment().transactionId());
    }

    private static boolean isWaitingFor(Checkout checkout, PortOnePayment seen) {
        return !checkout.isSettled() && checkout.isPaidThrough(seen) && checkout.origin() == Origin.PROMISE;
    }

    /** The checkout that this number names; empty where it is no number of ours. */
    static Optional<CheckoutId> checkoutId(String paymentId) {
        try {
            return Optional.of(CheckoutId.fromString(paymentId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Uni<Settled> decide(
            Checkout checkout, PortOnePayment seen, Optional<String> objection, Companion ifApproved) {
        Uni<Settled> decided = objection.isEmpty()
                ? record(checkout, checkout.approve(seen, clock.instant()), ifApproved)
                        .replaceWith(Settled.APPROVED)
                : reject(checkout, seen, objection.get()).replaceWith(Settled.REJECTED);
        if (checkout.payerDiffers()) {
            metrics.paidByAnother(objection.isEmpty());
        }
        return decided;
    }

    private Uni<Void> reject(Checkout checkout, PortOnePayment seen, String why) {
        LOG.warnf("payment of checkout %s rejected: %s", checkout.id(), why);
        metrics.rejected(why);
        return record(checkout, checkout.reject(seen, why, clock.instant()))
                .chain(() -> checkout.payment().isWhollyCancelled()
                        ? Uni.createFrom().voidItem()
                        : refundDesk.refundAll(checkout, Purpose.REJECTED_PAYMENT, why));
    }

    /** Notes cancellations of a settled payment; those that this service did not ask for are told. */
    private Uni<Settled> observe(Checkout checkout, PortOnePayment seen) {
        BigDecimal growth = checkout.payment().sawCancelled(seen.cancelled());
        if (growth.signum() == 0) {
            return Uni.createFrom().item(Settled.KNOWN);
        }
        return refunds.isAny(checkout.id())
                .chain(ours -> ours ? refundDesk.endReached(checkout) : cancelledOutside(checkout, growth))
                .replaceWith(Settled.KNOWN);
    }

    private Uni<Void> cancelledOutside(Checkout checkout, BigDecimal growth) {
        boolean isWhole = checkout.payment().isWhollyCancelled();
        LOG.warnf("payment of checkout %s cancelled outside, %s", checkout.id(), isWhole ? "wholly" : "partly");
        metrics.cancelledOutside(isWhole);
        if (checkout.payment().verdict() != Verdict.APPROVED) {
            return Uni.createFrom().voidItem();
        }
        return record(
                checkout,
                isWhole
                        ? checkout.cancelledOutside(clock.instant())
                        : checkout.partlyCancelledOutside(growth, clock.instant()));
    }

    private Uni<Void> record(Checkout checkout, PaymentEvent event) {
        return record(checkout, event, Companion.NONE);
    }

    private Uni<Void> record(Checkout checkout, PaymentEvent event, Companion companion) {
        return outbox.add(event, checkout.nextEvent(), companion);
    }
}
