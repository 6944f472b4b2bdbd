package io.sirenorder.store.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.SoldOrder;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads orders for the comparison of the books, without their lines and timelines. */
@ApplicationScoped
class SoldOrders {
    private static final String SELECT =
            "SELECT id, status, tender, amount_krw, discount_krw FROM orders WHERE id = ANY ($1)";

    private final Pool pool;

    SoldOrders(Pool pool) {
        this.pool = pool;
    }

    /** Finds the sold orders of a batch of ids, in no order. */
    Uni<List<SoldOrder>> of(IdBatch batch) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(batch.ids().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SoldOrders::order)
                        .toList());
    }

    private static SoldOrder order(Row row) {
        return new SoldOrder(
                new OrderId(row.getUUID("id")),
                row.getString("status"),
                row.getString("tender"),
                Krw.of(row.getLong("amount_krw")),
                Krw.of(row.getLong("discount_krw")));
    }
}
