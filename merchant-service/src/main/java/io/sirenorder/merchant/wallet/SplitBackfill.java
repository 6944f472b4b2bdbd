package io.sirenorder.merchant.wallet;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Adds splits to entries that releases without splits booked, by asking store-service what was charged. An order that
 * can't be read is asked for again in the next pass over all of them.
 */
@ApplicationScoped
class SplitBackfill {
    private static final Logger LOG = Logger.getLogger(SplitBackfill.class);
    private static final OrderId FIRST = new OrderId(new UUID(0, 0));
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int BATCH = 50;

    private final Splits splits;
    private final StoreApi store;
    private OrderId last = FIRST;

    SplitBackfill(Splits splits, @RestClient StoreApi store) {
        this.splits = splits;
        this.store = store;
    }

    @Scheduled(every = "${siren.wallets.backfill-every:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return splits.completeCrossed()
                .chain(() -> splits.without(last, BATCH))
                .invoke(orders -> last = orders.isEmpty() ? FIRST : orders.get(orders.size() - 1))
                .chain(this::complete);
    }

    private Uni<Void> complete(List<OrderId> orders) {
        return InOrder.each(orders, this::complete);
    }

    private Uni<Void> complete(OrderId order) {
        return store.order(order)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .chain(view -> splits.complete(order, view.amountKrw().won()))
                .onFailure()
                .invoke(failure -> LOG.warnf("the entries of order %s stay without a split: %s", order, failure))
                .onFailure()
                .recoverWithNull();
    }
}
