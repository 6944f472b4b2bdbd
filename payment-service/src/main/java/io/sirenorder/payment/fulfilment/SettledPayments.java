package io.sirenorder.payment.fulfilment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads our books for the comparison: what was settled or paid back in a stretch of time, and payments by id. */
@ApplicationScoped
class SettledPayments {
    private static final String BOUNDS = """
             > $1 AND at <= $2 ORDER BY at FETCH FIRST 100 ROWS WITH TIES""";
    private static final String SETTLED =
            "SELECT id, at FROM (SELECT id, settled_at AS at FROM checkouts) AS settled WHERE at" + BOUNDS;
    private static final String PAID_BACK =
            "SELECT id, at FROM (SELECT checkout_id AS id, ended_at AS at FROM refunds) AS ended WHERE at" + BOUNDS;
    private static final String BY_ID = """
            SELECT c.id, c.verdict, c.outcome, c.total_krw - c.points_krw AS charged_krw, c.points_krw,
              coalesce(c.cancelled, 0)::bigint AS cancelled_krw, c.intent = 'GIFT' AS is_gift,
              coalesce(c.cancelled >= c.paid AND c.reason = 'payment-cancelled', false) AS cancelled_outside,
              EXISTS (SELECT FROM refunds WHERE checkout_id = c.id) AS has_refund,
              coalesce((SELECT refund_krw FROM refunds WHERE checkout_id = c.id AND purpose = 'ENDED_GIFT'), 0)
                AS gift_refund_krw
            FROM checkouts AS c WHERE c.id = ANY ($1)""";

    private final Pool pool;

    SettledPayments(Pool pool) {
        this.pool = pool;
    }

    /** A payment whose books changed at a moment. */
    record Change(UUID id, Instant at) {}

    /** Some of those settled in the stretch, the oldest first; all of one moment together. */
    Uni<List<Change>> settled(Instant after, Instant until) {
        return changes(SETTLED, after, until);
    }

    /** The same of those whose refund ended. */
    Uni<List<Change>> paidBack(Instant after, Instant until) {
        return changes(PAID_BACK, after, until);
    }

    Uni<Map<UUID, SettledPayment>> of(Collection<UUID> ids) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.tuple().addValue(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SettledPayment::of)
                        .collect(Collectors.toMap(SettledPayment::id, Function.identity())));
    }

    private Uni<List<Change>> changes(String sql, Instant after, Instant until) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(after.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .map(SettledPayments::changes);
    }

    private static List<Change> changes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Change(
                        row.getUUID("id"), row.getOffsetDateTime("at").toInstant()))
                .toList();
    }
}
