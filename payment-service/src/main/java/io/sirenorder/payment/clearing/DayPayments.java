package io.sirenorder.payment.clearing;

import io.sirenorder.kit.page.IdBatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the payments that were settled on a day in Korea, with money and in won. */
@ApplicationScoped
class DayPayments {
    private static final String BATCH = """
            SELECT c.id, c.settled_at, c.store_id, c.intent = 'GIFT' AS is_gift, c.verdict = 'APPROVED' AS is_approved,
              c.paid::bigint AS paid_krw, c.cancelled::bigint AS cancelled_krw,
              (c.paid - c.cancelled)::bigint - coalesce(sum(r.settled_krw), 0)::bigint AS held_krw,
              coalesce(bool_or(r.status <> 'DONE'), false) OR (c.verdict = 'APPROVED' AND c.outcome IS NULL) AS on_its_way
            FROM checkouts c LEFT JOIN refunds r ON r.checkout_id = c.id
            WHERE c.settled_at >= $1::date::timestamp AT TIME ZONE 'Asia/Seoul'
              AND c.settled_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul'
              AND c.transaction_id IS NOT NULL AND c.currency = 'KRW' AND ($3::text IS NULL OR c.account = $3) AND c.id > $2
            GROUP BY c.id ORDER BY c.id LIMIT $4""";

    private final Pool pool;

    DayPayments(Pool pool) {
        this.pool = pool;
    }

    /** The next ones by id, at most {@link IdBatch#MOST}; {@code account} is null for all. */
    Uni<List<DayPayment>> after(UUID last, LocalDate day, String account) {
        return pool.preparedQuery(BATCH)
                .execute(Tuple.of(day, last, account, IdBatch.MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DayPayment::of)
                        .toList());
    }
}
