package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.OrderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Splits of entries by tender. An entry gets its split as soon as its parts are known: with the event, or, for a coupon
 * order, when coupon-service has told the coupon's origin.
 */
@ApplicationScoped
class Splits {
    private static final String SPLIT = """
            INSERT INTO wallet_splits (entry_id, amount_krw, card_krw, points_krw, coupon_krw, gift_krw, funder)
            SELECT entry.id, entry.amount_krw, entry.charged,
              CASE WHEN entry.tender <> 'COUPON' THEN entry.amount_krw - entry.charged ELSE 0 END,
              CASE WHEN entry.tender = 'COUPON' AND origin <> 'GIFT' THEN entry.amount_krw - entry.charged ELSE 0 END,
              CASE WHEN entry.tender = 'COUPON' AND origin = 'GIFT' THEN entry.amount_krw - entry.charged ELSE 0 END,
              CASE WHEN entry.amount_krw = entry.charged THEN 'BUYER' WHEN origin = 'GIFT' THEN 'PREPAID' ELSE 'HOUSE' END
            FROM (%s) AS entry LEFT JOIN coupon_origins USING (order_id)
            WHERE entry.charged IS NOT NULL AND (entry.tender <> 'COUPON' OR origin IS NOT NULL)
              AND NOT EXISTS (SELECT FROM wallet_splits WHERE entry_id = entry.id)
            ON CONFLICT (entry_id) DO NOTHING
            """;
    /** Within a session: the entries of {@code :order}. */
    static final String OF_ORDER =
            SPLIT.formatted("SELECT *, charged_krw AS charged FROM wallet_entries WHERE :order IN (order_id, part_of)");

    /** Entries of coupon orders that earlier releases, which took no lock for an origin, may have left without a split. */
    private static final String CROSSED = SPLIT.formatted("""
            SELECT *, charged_krw AS charged FROM wallet_entries
            WHERE tender = 'COUPON' AND booked_day >= (now() AT TIME ZONE 'Asia/Seoul')::date - 7""");

    private static final String OLD = SPLIT.formatted("""
            SELECT *, CASE kind WHEN 'SALE' THEN $2::bigint ELSE -$2::bigint END AS charged
            FROM wallet_entries WHERE order_id = $1""");
    private static final String WITHOUT = """
            SELECT DISTINCT order_id FROM wallet_entries AS entry
            WHERE charged_krw IS NULL AND order_id > $1 AND (tender <> 'COUPON' OR order_id IN (SELECT order_id FROM coupon_origins))
              AND NOT EXISTS (SELECT FROM wallet_splits WHERE entry_id = entry.id)
            ORDER BY order_id LIMIT $2
            """;

    private final Pool pool;

    Splits(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> completeCrossed() {
        return pool.query(CROSSED).execute().replaceWithVoid();
    }

    /** Orders of entries that releases without splits booked, by id, after one of them. */
    Uni<List<OrderId>> without(OrderId after, int limit) {
        return pool.preparedQuery(WITHOUT)
                .execute(Tuple.of(after.value(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new OrderId(row.getUUID("order_id")))
                        .toList());
    }

    /** Splits the entries of an order by what was charged for it. */
    Uni<Void> complete(OrderId order, long chargedKrw) {
        return pool.preparedQuery(OLD)
                .execute(Tuple.of(order.value(), chargedKrw))
                .replaceWithVoid();
    }
}
