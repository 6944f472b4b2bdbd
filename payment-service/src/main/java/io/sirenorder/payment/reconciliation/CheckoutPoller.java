package io.sirenorder.payment.reconciliation;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.feed.background.BackgroundTasks;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.Lease;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.kit.flow.InOrder;
import io.sirenorder.kit.problem.Outage;
import io.sirenorder.payment.checkout.CheckoutDesk;
import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PaymentGateways;
import io.sirenorder.payment.portone.PaymentUnknown;
import io.sirenorder.payment.portone.PortOneUnreachable;
import io.sirenorder.payment.settlement.Settlement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks up open checkouts whose webhook never came. */
@ApplicationScoped
class CheckoutPoller implements Sweep {
    private static final Logger LOG = Logger.getLogger(CheckoutPoller.class);

    private final CheckoutDesk desk;
    private final PaymentGateways gateways;
    private final Settlement settlement;
    private final BackgroundTasks tasks;
    private final Lease lease;

    CheckoutPoller(
            CheckoutDesk desk,
            PaymentGateways gateways,
            Settlement settlement,
            ReconcilerConfig config,
            Vertx vertx,
            InFlightWork inFlight) {
        this.desk = desk;
        this.gateways = gateways;
        this.settlement = settlement;
        this.lease = new Lease(vertx, config.lease());
        this.tasks = new BackgroundTasks("reconciler", vertx, inFlight, config.atOnce());
    }

    @Override
    public String name() {
        return "the checkout poller";
    }

    @Override
    public String due() {
        return "EXISTS (SELECT FROM checkouts WHERE look_at <= now())";
    }

    @Override
    public Uni<Void> run() {
        return InOrder.each(gateways.reachable(), this::look);
    }

    private Uni<Void> look(PaymentGateway gateway) {
        int room = tasks.free();
        return room == 0
                ? Uni.createFrom().voidItem()
                : desk.claimUnlooked(gateway.account(), gateway.version(), room)
                        .invoke(due -> start(gateway, due))
                        .replaceWithVoid();
    }

    private void start(PaymentGateway gateway, List<CheckoutId> due) {
        due.stream().filter(id -> tasks.reserve()).forEach(id -> tasks.run(() -> look(gateway, id)));
    }

    /** Looks one checkout's payment up. Without a payment, the schedule repeats it; without an answer, it is repeated soon. */
    private Uni<Void> look(PaymentGateway gateway, CheckoutId id) {
        return settlement
                .settle(gateway.reference(id))
                .replaceWithVoid()
                .onFailure(PaymentUnknown.class)
                .recoverWithNull()
                .onFailure()
                .recoverWithUni(failure -> unanswered(id, failure));
    }

    private Uni<Void> unanswered(CheckoutId id, Throwable failure) {
        LOG.debugf("checkout %s could not be looked at: %s", id, failure);
        return failure instanceof PortOneUnreachable || Outage.isBehind(failure)
                ? lease.write(() -> desk.lookAgain(id))
                : Uni.createFrom().voidItem();
    }
}
