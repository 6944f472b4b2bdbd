package io.sirenorder.payment.reconciliation;

import io.sirenorder.payment.portone.PaymentGateway;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Our books, as they are compared with PortOne's. */
@ApplicationScoped
class OurPayments {
    private static final String SELECT = """
            SELECT c.id, c.portone_version, c.account, c.payment_id, c.transaction_id, c.verdict, c.outcome, c.paid, c.cancelled,
                   c.currency, coalesce(bool_or(r.status IN ('DUE', 'REQUESTED', 'UNKNOWN')), false) AS open,
                   coalesce(bool_or(r.status = 'MANUAL'), false) AS manual,
                   coalesce(max(r.target) FILTER (WHERE r.status = 'DONE' AND r.settled_by IS NULL), 0) AS target,
                   coalesce(sum(r.settled_krw), 0)::bigint AS by_hand,
                   coalesce(c.reason = 'payment-cancelled', false) AS told,
                   greatest(c.settled_at, max(r.ended_at), max(r.created_at)) > now() - make_interval(secs => $1) AS fresh
            FROM checkouts c LEFT JOIN refunds r ON r.checkout_id = c.id
            """;

    private static final String BY_TRANSACTION =
            SELECT + "WHERE c.portone_version = $2 AND c.transaction_id = ANY ($3) GROUP BY c.id";

    private static final String SETTLED_SINCE = SELECT
            + "WHERE c.portone_version = $2 AND c.transaction_id IS NOT NULL AND c.settled_at > $3 AND c.account = $4 GROUP BY c.id";

    private final Pool pool;

    OurPayments(Pool pool) {
        this.pool = pool;
    }

    Uni<List<OurPayment>> of(PortOneVersion version, Collection<String> transactions, Duration grace) {
        return pool.preparedQuery(BY_TRANSACTION)
                .execute(Tuple.of(grace.toMillis() / 1000.0, version.name(), transactions.toArray(String[]::new)))
                .map(OurPayments::list);
    }

    Uni<List<OurPayment>> settledSince(PaymentGateway gateway, Instant since, Duration grace) {
        return pool.preparedQuery(SETTLED_SINCE)
                .execute(Tuple.of(
                        grace.toMillis() / 1000.0,
                        gateway.version().name(),
                        since.atOffset(ZoneOffset.UTC),
                        gateway.account()))
                .map(OurPayments::list);
    }

    private static List<OurPayment> list(RowSet<Row> rows) {
        List<OurPayment> payments = new ArrayList<>();
        rows.forEach(row -> payments.add(OurPayment.of(row)));
        return payments;
    }
}
