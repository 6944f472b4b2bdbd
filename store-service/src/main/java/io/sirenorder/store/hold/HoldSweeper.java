package io.sirenorder.store.hold;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.payment.CheckoutState;
import io.sirenorder.kit.client.CallerContext;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks payment-service about holds that are past their expected end. A checkout that is unknown there, expired or refunded
 * will never become an order, so its hold is released; an open or paid one is waited for. Two replicas that ask about the
 * same hold do no harm.
 */
@ApplicationScoped
class HoldSweeper {
    private static final Logger LOG = Logger.getLogger(HoldSweeper.class);
    private static final int BATCH = 50;
    private static final int NOT_FOUND = 404;

    private final HoldDesk desk;
    private final CheckoutApi payments;

    HoldSweeper(HoldDesk desk, @RestClient CheckoutApi payments) {
        this.desk = desk;
        this.payments = payments;
    }

    @Scheduled(every = "${siren.holds.sweep-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return desk.overdue(BATCH).chain(due -> InOrder.each(due, this::settle));
    }

    private Uni<Void> settle(CheckoutId id) {
        return ask(id).chain(found -> canBecomeAnOrder(found) ? desk.wait(id) : desk.release(id))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("the hold of checkout %s stays, payment-service says nothing: %s", id, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Optional<CheckoutState>> ask(CheckoutId id) {
        return CallerContext.after(payments.state(id.toString()))
                .map(Optional::of)
                .onFailure(HoldSweeper::isUnknown)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof NeighbourProblem problem && problem.status() == NOT_FOUND;
    }

    private static boolean canBecomeAnOrder(Optional<CheckoutState> checkout) {
        return checkout.filter(state -> !"EXPIRED".equals(state.status()) && !"REFUNDED".equals(state.outcome()))
                .isPresent();
    }
}
