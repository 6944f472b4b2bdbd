package io.sirenorder.payment.settlement;

import io.sirenorder.feed.outbox.Companion;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Settles a payment that a webhook, a list or a poll hints at: looks it up at PortOne, then decides once. */
@ApplicationScoped
public class Settlement {
    /** Reason of a rejection because the database refuses to store the approval. */
    static final String NOT_RECORDABLE = "payment-not-recordable";
    /** Reason of a rejection because settling failed repeatedly for no passing cause. */
    static final String NOT_PROCESSABLE = "payment-not-processable";

    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final PaymentGateways gateways;
    private final SettlementDesk desk;
    private final LostCheckouts lost;
    private final WalkIns walkIns;
    private final SettlementMetrics metrics;

    Settlement(
            PaymentGateways gateways,
            SettlementDesk desk,
            LostCheckouts lost,
            WalkIns walkIns,
            SettlementMetrics metrics) {
        this.gateways = gateways;
        this.desk = desk;
        this.lost = lost;
        this.walkIns = walkIns;
        this.metrics = metrics;
    }

    /** Fails when PortOne knows no such payment or gives no clear answer. */
    public Uni<Settled> settle(PaymentReference payment) {
        return settle(payment, Companion.NONE);
    }

    /** Settles it likewise. Where it is approved, and only then, the companion is written with the approval. */
    public Uni<Settled> settle(PaymentReference payment, Companion ifApproved) {
        return lookUp(payment).chain(seen -> settle(seen, ifApproved));
    }

    /** Settles a payment as PortOne shows it right now; an approval that the database refuses becomes a refund. */
    private Uni<Settled> settle(PortOnePayment seen, Companion ifApproved) {
        return owned(
                seen,
                ours -> judgeByGateway(ours, ifApproved)
                        .onFailure(DatabaseRefusal::isBehind)
                        .recoverWithUni(refusal -> reject(ours, NOT_RECORDABLE, refusal)));
    }

    /** Money that another merchant's contract with a payment gateway took is none of the account's. */
    private Uni<Settled> judgeByGateway(PortOnePayment seen, Companion ifApproved) {
        return gateways.isPaidThroughOwnGateway(seen)
                ? judge(seen, ifApproved)
                : reject(seen, PaymentChecks.ACCOUNT_MISMATCH);
    }

    /** Rejects and refunds a payment that can't be settled; for use when trying again has not helped. */
    public Uni<Settled> giveUp(PaymentReference payment, Throwable cause) {
        return lookUp(payment).chain(seen -> owned(seen, ours -> reject(ours, NOT_PROCESSABLE, cause)));
    }

    private Uni<PortOnePayment> lookUp(PaymentReference payment) {
        return Uni.createFrom().deferred(() -> gateways.of(payment).lookUp(payment));
    }

    private Uni<Settled> owned(PortOnePayment seen, Function<PortOnePayment, Uni<Settled>> settling) {
        Uni<Settled> settled = gateways.of(seen.reference()).owns(seen)
                ? settling.apply(seen)
                : Uni.createFrom().item(Settled.FOREIGN);
        return settled.invoke(result -> metrics.settled(seen.version(), result));
    }

    private Uni<Settled> judge(PortOnePayment seen, Companion ifApproved) {
        return desk.judge(seen, ifApproved)
                .chain(judged -> orElse(judged, () -> recover(seen, ifApproved)))
                .chain(judged -> orElse(
                        judged,
                        () -> walkIns.meet(seen)
                                .chain(walkIn -> desk.admit(walkIn, seen, ifApproved))
                                .map(Optional::of)))
                .map(Optional::orElseThrow);
    }

    /** Money that looks as if nobody had asked for it may be that of an order whose checkout was lost: it is not paid back. */
    private Uni<Optional<Settled>> recover(PortOnePayment seen, Companion ifApproved) {
        return lost.find(seen)
                .chain(found -> found.map(each -> desk.recover(each, seen, ifApproved))
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Settled> reject(PortOnePayment seen, String why, Throwable cause) {
        LOG.errorf(cause, "ALARM payment %s of %s is rejected: %s", seen.transactionId(), seen.paymentId(), why);
        return reject(seen, why);
    }

    private Uni<Settled> reject(PortOnePayment seen, String why) {
        return desk.reject(seen, why)
                .chain(judged -> orElse(
                        judged,
                        () -> desk.admit(walkIns.refuse(seen, why), seen, Companion.NONE)
                                .map(Optional::of)))
                .map(Optional::orElseThrow);
    }

    private static Uni<Optional<Settled>> orElse(Optional<Settled> judged, Supplier<Uni<Optional<Settled>>> otherwise) {
        return judged.isPresent() ? Uni.createFrom().item(judged) : otherwise.get();
    }
}
