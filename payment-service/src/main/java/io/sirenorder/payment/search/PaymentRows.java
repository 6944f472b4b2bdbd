package io.sirenorder.payment.search;

import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.payment.refund.Purpose;
import io.sirenorder.payment.refund.RefundView;
import io.sirenorder.payment.search.PaymentView.Entry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads payments, their refunds and their timelines. */
@ApplicationScoped
class PaymentRows {
    private static final String PAYMENTS = """
            SELECT c.id, c.origin, c.intent, c.buyer, c.store_id, c.order_name, c.status, c.outcome, c.reason,
                   c.total_krw - c.points_krw AS amount_krw, c.points_krw, c.portone_version, c.account, c.payment_id,
                   c.transaction_id, c.verdict, c.payer_differs, c.currency, c.paid, c.cancelled, c.created_at, c.expires_at, c.paid_at,
                   c.settled_at
            FROM checkouts c WHERE\s""";

    private static final String REFUNDS = """
            SELECT id, checkout_id, purpose, status, refund_krw, reason, tries, refusals, last_answer, created_at,
                   next_try_at, ended_at, settled_krw, settled_at, settled_by, note
            FROM refunds WHERE checkout_id = ANY ($1) ORDER BY created_at, id""";

    private static final String HINTS = """
            SELECT received_at, kind, result, deliveries, tries, status FROM webhooks
            WHERE payment_id = ANY ($1) ORDER BY received_at LIMIT 100""";

    private static final String CHANGES =
            "SELECT at, by, subject, after FROM changes WHERE subject = ANY ($1) ORDER BY at LIMIT 100";

    private final Pool pool;

    PaymentRows(Pool pool) {
        this.pool = pool;
    }

    Uni<List<PaymentView>> find(PaymentQuery query, int limit) {
        return list(PAYMENTS + query.where(limit), query.values(), PaymentRows::payment);
    }

    Uni<List<RefundView>> refunds(Collection<CheckoutId> checkouts) {
        UUID[] ids = checkouts.stream().map(CheckoutId::value).toArray(UUID[]::new);
        return list(REFUNDS, Tuple.tuple().addValue(ids), PaymentRows::refund);
    }

    /** Hints of webhooks and of PortOne's list about a payment. */
    Uni<List<Entry>> hints(Collection<String> paymentIds) {
        return list(HINTS, Tuple.tuple().addValue(paymentIds.toArray(String[]::new)), PaymentRows::hint);
    }

    Uni<List<Entry>> changes(Collection<String> subjects) {
        return list(CHANGES, Tuple.tuple().addValue(subjects.toArray(String[]::new)), PaymentRows::change);
    }

    private <T> Uni<List<T>> list(String sql, Tuple values, Function<Row, T> reading) {
        return pool.preparedQuery(sql).execute(values).map(rows -> {
            List<T> all = new ArrayList<>();
            rows.forEach(row -> all.add(reading.apply(row)));
            return all;
        });
    }

    private static PaymentView payment(Row row) {
        String currency = row.getString("currency");
        return new PaymentView(
                new CheckoutId(row.getUUID("id")),
                row.getString("origin"),
                row.getString("intent"),
                row.getString("buyer"),
                row.getUUID("store_id") == null ? null : new StoreId(row.getUUID("store_id")),
                row.getString("order_name"),
                row.getString("status"),
                row.getString("outcome"),
                row.getString("reason"),
                Krw.of(row.getLong("amount_krw")),
                Krw.of(row.getLong("points_krw")),
                row.getString("portone_version"),
                row.getString("account"),
                row.getString("payment_id"),
                row.getString("transaction_id"),
                row.getString("verdict"),
                row.getBoolean("payer_differs"),
                currency,
                won(currency, row.getBigDecimal("paid")),
                won(currency, row.getBigDecimal("cancelled")),
                time(row, "created_at"),
                time(row, "expires_at"),
                time(row, "paid_at"),
                time(row, "settled_at"),
                List.of(),
                null);
    }

    private static RefundView refund(Row row) {
        boolean isOpen = row.getOffsetDateTime("ended_at") == null;
        Long settled = row.getLong("settled_krw");
        return new RefundView(
                row.getUUID("id"),
                new CheckoutId(row.getUUID("checkout_id")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("settled_by") == null ? row.getString("status") : "SETTLED",
                Krw.of(row.getLong("refund_krw")),
                row.getString("reason"),
                row.getInteger("tries"),
                row.getInteger("refusals"),
                row.getString("last_answer"),
                time(row, "created_at"),
                isOpen ? time(row, "next_try_at") : null,
                time(row, "ended_at"),
                settled == null ? null : Krw.of(settled),
                time(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("note"));
    }

    private static Entry hint(Row row) {
        String detail = row.getString("kind") + ", " + row.getInteger("deliveries") + " deliveries, "
                + row.getInteger("tries") + " tries, "
                + (row.getString("result") == null ? row.getString("status") : row.getString("result"));
        return new Entry(time(row, "received_at"), "hint.received", "portone", detail);
    }

    private static Entry change(Row row) {
        return new Entry(time(row, "at"), "changed", row.getString("by"), row.getString("after"));
    }

    private static Krw won(String currency, BigDecimal amount) {
        return amount == null || !"KRW".equals(currency) ? null : Krw.of(amount.longValue());
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
