package io.sirenorder.payment.hint;

import io.sirenorder.feed.outbox.Companion;
import io.sirenorder.payment.portone.PaymentHint;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All webhooks; each call is one statement, so that nothing is held while PortOne is asked. */
@ApplicationScoped
class PaymentHints {
    /**
     * An unsigned hint is looked up in the account that its checkout is pinned to; an unknown number in the platform's alone.
     * A message that came to nothing may come again and be right by then; any other second delivery changes
     * nothing.
     */
    private static final String RECEIVE = """
            WITH hint AS (
                SELECT $7::boolean
                       OR ((EXISTS (SELECT FROM checkouts WHERE id = $8::uuid)
                            OR EXISTS (SELECT FROM checkouts WHERE portone_version = $2 AND transaction_id = $4))
                           AND (SELECT count(*) FROM webhooks WHERE payment_id = $3) < 20) AS expected)
            INSERT INTO webhooks (dedupe_key, portone_version, payment_id, transaction_id, kind, body, expected, status, tries, next_try_at, account)
            SELECT $1, $2, $3, $4, $5, $6, expected, 'DUE', 1,
                   CASE WHEN expected THEN now() + make_interval(secs => $9) ELSE now() END,
                   coalesce($10, (SELECT account FROM checkouts WHERE id = $8::uuid),
                            (SELECT account FROM checkouts WHERE portone_version = $2 AND transaction_id = $4), 'platform')
            FROM hint
            ON CONFLICT (dedupe_key) DO UPDATE
            SET status = 'DUE', tries = 1, failures = 0, deliveries = webhooks.deliveries + 1, next_try_at = EXCLUDED.next_try_at
            WHERE webhooks.status = 'DONE' AND webhooks.result IN ('UNKNOWN', 'WAITING', 'PARKED')
            RETURNING id, portone_version, account, payment_id, transaction_id, expected, tries, failures""";

    private static final String CLAIM = """
            UPDATE webhooks SET tries = tries + 1, next_try_at = now() + make_interval(secs => $3)
            WHERE id IN (SELECT id FROM webhooks WHERE status = 'DUE' AND expected = $1 AND next_try_at <= now()
                         ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING id, portone_version, account, payment_id, transaction_id, expected, tries, failures""";

    private static final String RENEW =
            "UPDATE webhooks SET next_try_at = now() + make_interval(secs => $2) WHERE id = $1 AND status = 'DUE'";

    private static final String DONE =
            "UPDATE webhooks SET status = 'DONE', result = $2, done_at = now() WHERE id = $1 AND status = 'DUE'";

    /** The approval of a payment ends the hint at it. */
    private static final String APPROVED = """
            hint AS (UPDATE webhooks SET status = 'DONE', result = 'APPROVED', done_at = now()
                     WHERE id = $8 AND status = 'DUE')""";

    /** A hint that is done stays so: its approval may have been committed although the answer was lost. */
    private static final String RETRY = """
            UPDATE webhooks SET result = $2, next_try_at = now() + make_interval(secs => $3)
            WHERE id = $1 AND status = 'DUE'""";

    private static final String FAILED = """
            UPDATE webhooks SET result = 'FAILED', failures = failures + 1, next_try_at = now() + make_interval(secs => $2)
            WHERE id = $1 AND status = 'DUE'""";

    private static final String PURGE = """
            DELETE FROM webhooks WHERE status = 'DONE'
            AND done_at < now() - make_interval(secs => CASE WHEN result = 'UNKNOWN' THEN $2::float8 ELSE $1::float8 END)
            AND result <> 'PARKED'""";

    private final Pool pool;

    PaymentHints(Pool pool) {
        this.pool = pool;
    }

    /** Durable when it returns; empty for a repeated delivery. The caller has the lease of a hint about an expected payment. */
    Uni<Optional<Webhook>> receive(PaymentHint hint, String body, Duration lease) {
        Tuple values = Tuple.tuple()
                .addString(hint.dedupeKey())
                .addString(hint.payment().version().name())
                .addString(hint.payment().paymentId())
                .addString(hint.payment().transactionId())
                .addString(hint.kind())
                .addString(body)
                .addBoolean(hint.signed())
                .addUUID(uuid(hint.payment().paymentId()))
                .addDouble(seconds(lease))
                .addString(hint.payment().account());
        return pool.preparedQuery(RECEIVE)
                .execute(values)
                .map(rows -> list(rows).stream().findFirst());
    }

    Uni<List<Webhook>> claim(boolean expected, int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(expected, limit, seconds(lease)))
                .map(PaymentHints::list);
    }

    Uni<Void> renew(long id, Duration lease) {
        return pool.preparedQuery(RENEW).execute(Tuple.of(id, seconds(lease))).replaceWithVoid();
    }

    Uni<Void> done(long id, String result) {
        return pool.preparedQuery(DONE).execute(Tuple.of(id, result)).replaceWithVoid();
    }

    /** Ends the hint with the event of the approval. */
    static Companion approved(long id) {
        return Companion.of(APPROVED, id);
    }

    Uni<Void> retry(long id, String result, Duration wait) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(id, result, seconds(wait)))
                .replaceWithVoid();
    }

    /** Like {@link #retry}, counting a failure that no outage explains. */
    Uni<Void> failed(long id, Duration wait) {
        return pool.preparedQuery(FAILED).execute(Tuple.of(id, seconds(wait))).replaceWithVoid();
    }

    Uni<Void> purge(Duration keep, Duration keepUnknown) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(seconds(keep), seconds(keepUnknown)))
                .replaceWithVoid();
    }

    Uni<Long> countStrangers() {
        return pool.query("SELECT count(*) FROM webhooks WHERE status = 'DUE' AND NOT expected")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Long> countParked() {
        return pool.query("SELECT count(*) FROM webhooks WHERE result = 'PARKED'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static List<Webhook> list(RowSet<Row> rows) {
        List<Webhook> webhooks = new ArrayList<>();
        rows.forEach(row -> webhooks.add(Webhook.of(row)));
        return webhooks;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
