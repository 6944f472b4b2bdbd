package io.sirenorder.payment.clearing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.StoreEvent.StoreDaySealed;
import io.sirenorder.contracts.store.TimelineRoot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps the seals of store-service's days, each as it was told first. */
@ApplicationScoped
public class StoreDaySeals {
    private static final String KEEP = """
            INSERT INTO store_day_seals (store_id, day, orders, root, sealed_at)
            VALUES (:store, :day, :orders, :root, :at) ON CONFLICT (store_id, day) DO NOTHING
            """;
    private static final String LIST =
            "SELECT store_id, orders, root, sealed_at FROM store_day_seals WHERE day = $1 ORDER BY store_id LIMIT 10000";
    private static final String SINCE = """
            SELECT store_id, day, root FROM store_day_seals WHERE day >= $1 AND store_id IN (
                SELECT DISTINCT store_id FROM store_day_seals WHERE day >= $1 AND store_id > $2 ORDER BY store_id LIMIT $3)
            ORDER BY store_id
            """;

    private final Pool pool;

    StoreDaySeals(Pool pool) {
        this.pool = pool;
    }

    /** Within the current transaction. */
    public Uni<Void> keep(StoreDaySealed seal) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("store", seal.storeId().value())
                        .setParameter("day", seal.day())
                        .setParameter("orders", seal.orders())
                        .setParameter("root", seal.root())
                        .setParameter("at", seal.at())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<DaySeal>> of(LocalDate day) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoreDaySeals::seal)
                        .toList());
    }

    /** The seals of days from {@code first} on, of that many stores at most, ordered by store. */
    Uni<List<TimelineRoot>> since(LocalDate first, UUID afterStore, int stores) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(first, afterStore, stores))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TimelineRoot(
                                new StoreId(row.getUUID("store_id")), row.getLocalDate("day"), row.getString("root")))
                        .toList());
    }

    private static DaySeal seal(Row row) {
        return new DaySeal(
                new StoreId(row.getUUID("store_id")),
                row.getInteger("orders"),
                row.getString("root"),
                row.getOffsetDateTime("sealed_at").toInstant());
    }
}
