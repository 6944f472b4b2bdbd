package io.sirenorder.store.order;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.TimelineRoot;
import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Computes the roots of stores' days from the steps as they are now, whatever the seals kept here say. */
@ApplicationScoped
class TimelineRoots {
    private static final String SELECT =
            DaySeals.ROOTS.formatted("AND o.store_id = ANY ($1)") + "SELECT store_id, day, root FROM roots";

    private final Pool pool;

    TimelineRoots(Pool pool) {
        this.pool = pool;
    }

    /** The seven days before today of each of these stores, in no order; a day without steps is left out. */
    Uni<List<TimelineRoot>> of(IdBatch stores) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(stores.ids().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TimelineRoots::root)
                        .toList());
    }

    private static TimelineRoot root(Row row) {
        return new TimelineRoot(new StoreId(row.getUUID("store_id")), row.getLocalDate("day"), row.getString("root"));
    }
}
