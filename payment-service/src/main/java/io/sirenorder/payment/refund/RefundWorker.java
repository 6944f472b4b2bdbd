package io.sirenorder.payment.refund;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.feed.background.BackgroundTasks;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PortOnePayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gets money back: look first, ask only for what is missing, and believe nothing but a clear answer. */
@ApplicationScoped
class RefundWorker {
    private final RefundDesk desk;
    private final PaymentGateways gateways;
    private final RefundConfig config;
    private final BackgroundTasks errands;

    RefundWorker(RefundDesk desk, PaymentGateways gateways, RefundConfig config, Vertx vertx, InFlightWork shift) {
        this.desk = desk;
        this.gateways = gateways;
        this.config = config;
        this.errands = new BackgroundTasks("refunds", vertx, shift, config.atOnce());
    }

    @Scheduled(every = "${siren.refunds.sweep:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return errands.free() == 0
                ? Uni.createFrom().voidItem()
                : desk.claim(errands.free()).invoke(this::start).replaceWithVoid();
    }

    private void start(List<UUID> claimed) {
        claimed.stream().filter(id -> errands.reserve()).forEach(id -> errands.run(() -> refund(id)));
    }

    private Uni<Void> refund(UUID id) {
        return desk.task(id).chain(task -> task.ended() ? Uni.createFrom().voidItem() : refund(task));
    }

    /** A look-up that fails says nothing about the money, be it that PortOne knows no such payment. */
    private Uni<Void> refund(RefundTask task) {
        PaymentGateway gateway = gateways.of(task.payment().version());
        return gateway.lookUp(task.payment())
                .chain(seen -> next(gateway, task, seen))
                .onFailure()
                .recoverWithUni(failure -> desk.unclear(task.id(), failure.getMessage()));
    }

    private Uni<Void> next(PaymentGateway gateway, RefundTask task, PortOnePayment seen) {
        if (task.isReachedBy(seen)) {
            return desk.done(task.id());
        }
        if (seen.cancelPending()) {
            return desk.unclear(task.id(), "a cancellation is pending");
        }
        return gateway.cancel(task.cancellation(seen)).chain(answer -> record(gateway, task, answer));
    }

    private Uni<Void> record(PaymentGateway gateway, RefundTask task, CancelAnswer answer) {
        return switch (answer.kind()) {
            case DONE -> desk.done(task.id());
            case LOOK_AGAIN -> lookAgain(gateway, task, answer.detail());
            case REFUSED -> refused(task, answer.detail());
            case REFUSED_FOR_GOOD -> desk.manual(task.id(), answer.detail());
        };
    }

    private Uni<Void> lookAgain(PaymentGateway gateway, RefundTask task, String detail) {
        return gateway.lookUp(task.payment())
                .chain(seen -> task.isReachedBy(seen) ? desk.done(task.id()) : desk.unclear(task.id(), detail));
    }

    private Uni<Void> refused(RefundTask task, String detail) {
        boolean isEnough = task.refusals() + 1 >= config.refusals();
        return isEnough ? desk.manual(task.id(), detail) : desk.refused(task.id(), detail);
    }
}
