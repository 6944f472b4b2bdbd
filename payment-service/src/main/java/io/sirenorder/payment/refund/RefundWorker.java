package io.sirenorder.payment.refund;

import io.sirenorder.feed.background.BackgroundTasks;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.Lease;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gets money back: looks the payment up first, asks only for the missing amount, and trusts only a clear answer. */
@ApplicationScoped
class RefundWorker implements Sweep {
    private final RefundDesk desk;
    private final PaymentGateways gateways;
    private final BackgroundTasks tasks;
    private final Lease lease;

    RefundWorker(RefundDesk desk, PaymentGateways gateways, RefundConfig config, Vertx vertx, InFlightWork work) {
        this.desk = desk;
        this.gateways = gateways;
        this.lease = new Lease(vertx, config.lease());
        this.tasks = new BackgroundTasks("refunds", vertx, work, config.atOnce());
    }

    @Override
    public String name() {
        return "the refund worker";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM refunds WHERE status IN ('DUE', 'REQUESTED', 'UNKNOWN') AND next_try_at <= now())""";
    }

    @Override
    public Uni<Void> run() {
        return tasks.free() == 0
                ? Uni.createFrom().voidItem()
                : desk.claim(tasks.free()).invoke(this::start).replaceWithVoid();
    }

    private void start(List<UUID> claimed) {
        claimed.stream()
                .filter(id -> tasks.reserve())
                .forEach(id -> tasks.run(() -> lease.hold(() -> desk.renew(id), () -> refund(id))));
    }

    private Uni<Void> refund(UUID id) {
        return lease.write(() -> desk.task(id))
                .chain(task -> task.ended() ? Uni.createFrom().voidItem() : refund(task));
    }

    /** A failed look-up, or an account without credentials, decides nothing about the money: the refund is tried again. */
    private Uni<Void> refund(RefundTask task) {
        return Uni.createFrom()
                .deferred(() -> ask(gateways.of(task.payment()), task))
                .onFailure(PaymentUnknown.class)
                .recoverWithItem(unknown -> () -> desk.pending(task.id(), unknown.getMessage()))
                .chain(lease::write)
                .onFailure()
                .recoverWithUni(
                        failure -> lease.write(() -> desk.unclear(task.id(), String.valueOf(failure.getMessage()))));
    }

    /** Asks PortOne, and returns what is then to be written about the refund. */
    private Uni<Supplier<Uni<Void>>> ask(PaymentGateway gateway, RefundTask task) {
        return gateway.lookUp(task.payment()).chain(seen -> next(gateway, task, seen));
    }

    private Uni<Supplier<Uni<Void>>> next(PaymentGateway gateway, RefundTask task, PortOnePayment seen) {
        if (task.isReachedBy(seen)) {
            return write(() -> desk.done(task.id()));
        }
        if (seen.cancelPending()) {
            return write(() -> desk.pending(task.id(), "a cancellation is pending"));
        }
        return gateway.cancel(task.cancellation(seen)).chain(answer -> record(gateway, task, answer));
    }

    private Uni<Supplier<Uni<Void>>> record(PaymentGateway gateway, RefundTask task, CancelAnswer answer) {
        return switch (answer.kind()) {
            case DONE -> write(() -> desk.done(task.id()));
            case IN_FLIGHT -> write(() -> desk.unclear(task.id(), answer.detail()));
            case LOOK_AGAIN -> lookAgain(gateway, task, answer.detail());
            case REFUSED -> write(() -> desk.refused(task.id(), answer.detail()));
            case REFUSED_FOR_GOOD -> write(() -> desk.manual(task.id(), answer.detail()));
        };
    }

    /**
     * The answer may be the stored one of an earlier cancellation that has failed since. If nothing is cancelled and nothing
     * pending, it counts as a refusal, so that the next request has a key of its own and is a new one to PortOne.
     */
    private Uni<Supplier<Uni<Void>>> lookAgain(PaymentGateway gateway, RefundTask task, String detail) {
        return gateway.lookUp(task.payment()).map(seen -> {
            if (task.isReachedBy(seen)) {
                return () -> desk.done(task.id());
            }
            return seen.cancelPending() ? () -> desk.pending(task.id(), detail) : () -> desk.refused(task.id(), detail);
        });
    }

    private static Uni<Supplier<Uni<Void>>> write(Supplier<Uni<Void>> answer) {
        return Uni.createFrom().item(() -> answer);
    }
}
