package io.sirenorder.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of the service's database, read past all its code. */
@ApplicationScoped
public class Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    /** An event of the service's own feed. */
    public record Told(String type, JsonNode body) {}

    /** The events of one checkout, in order. */
    public List<Told> events(String checkout) {
        return rows("""
                        SELECT type, body::text AS body FROM (
                            SELECT 0 AS waiting, pos, type, body FROM event_feed WHERE stream = $1
                            UNION ALL SELECT 1, seq, type, body FROM outbox_pending WHERE stream = $1) AS told
                        ORDER BY waiting, pos""", Tuple.of("checkout:" + checkout)).stream()
                .map(row -> new Told(row.getString("type"), read(row.getString("body"))))
                .toList();
    }

    public List<String> types(String checkout) {
        return events(checkout).stream().map(Told::type).toList();
    }

    /** The walk-in checkout that this PortOne payment was taken under. */
    public String checkoutOf(String transaction) {
        return rows("SELECT id FROM checkouts WHERE transaction_id = $1", Tuple.of(transaction))
                .get(0)
                .getUUID("id")
                .toString();
    }

    public List<String> refunds(String checkout) {
        return rows("SELECT status FROM refunds WHERE checkout_id = $1", Tuple.of(UUID.fromString(checkout))).stream()
                .map(row -> row.getString("status"))
                .toList();
    }

    /** Pauses the reading of PortOne's list. */
    public void keepListsShut() {
        run("""
                INSERT INTO sweeps (name, until, lease_at)
                SELECT 'payments-V' || n, now(), now() + interval '1 hour' FROM generate_series(1, 2) n
                UNION ALL SELECT 'payments-' || code || '-V' || n, now(), now() + interval '1 hour'
                FROM generate_series(1, 2) n, unnest(ARRAY['mapo', 'closed', 'refused']) code
                ON CONFLICT (name) DO UPDATE SET lease_at = EXCLUDED.lease_at""");
    }

    /** PortOne's list is read every other second, beginning a few minutes ago. */
    public void openLists() {
        run("UPDATE sweeps SET lease_at = now() - interval '1 second'");
    }

    public long count(String sql, Object... values) {
        return rows(sql, Tuple.from(values)).get(0).getLong(0);
    }

    public String text(String sql, Object... values) {
        return rows(sql, Tuple.from(values)).get(0).getString(0);
    }

    public void run(String sql, Object... values) {
        rows(sql, Tuple.from(values));
    }

    private List<Row> rows(String sql, Tuple values) {
        List<Row> rows = new ArrayList<>();
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE).forEach(rows::add);
        return rows;
    }

    private static JsonNode read(String json) {
        try {
            return Tolerant.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
