package io.sirenorder.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Api;
import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The claims that hold on a settled stack after any faults, asked from its databases, PortOne and logs. */
final class Invariants {
    private static final int MOST_ROWS = 10_000;
    private static final List<String> SERVICES = List.of("merchant", "store", "coupon", "payment");

    private static final List<Invariant> OF_ROWS = Stream.concat(
                    Stream.of(
                            Invariant.of(
                                    "I1",
                                    "an approved payment became an order, a gift or a refund",
                                    "payment",
                                    "SELECT id::text FROM checkouts WHERE verdict = 'APPROVED' AND outcome IS NULL"
                                            + " AND settled_at < now() - interval '60 seconds'"),
                            Invariant.of(
                                    "I2",
                                    "no order waits beyond its deadline",
                                    "store",
                                    "SELECT id::text FROM orders WHERE status = 'WAITING'"
                                            + " AND due_at < now() - interval '60 seconds'"),
                            Invariant.always(
                                    "I2",
                                    "the steps of an order are numbered without gaps",
                                    "store",
                                    "SELECT order_id::text FROM order_steps GROUP BY order_id"
                                            + " HAVING max(position) - min(position) + 1 <> count(*)"),
                            Invariant.of(
                                    "I3",
                                    "an ended order that was paid is refunded",
                                    "store",
                                    "SELECT o.id::text FROM orders o WHERE status IN ('REFUSED', 'CANCELLED', 'EXPIRED')"
                                            + " AND tender = 'CARD' AND amount_krw > 0 AND refund IS DISTINCT FROM 'DONE'"
                                            + " AND refund IS DISTINCT FROM 'MANUAL'"),
                            Invariant.of(
                                    "I3",
                                    "no refund is under way for long",
                                    "payment",
                                    "SELECT id::text FROM refunds WHERE status NOT IN ('DONE', 'MANUAL')"
                                            + " AND created_at < now() - interval '120 seconds'"),
                            Invariant.of(
                                    "I4",
                                    "a used gift is not refunded",
                                    "coupon",
                                    "SELECT gift_id::text FROM gifts JOIN coupons ON coupon_id = gift_id"
                                            + " WHERE coupons.status = 'USED' AND gifts.status IN ('REFUNDED', 'SETTLED')"),
                            Invariant.always(
                                    "I5",
                                    "points add up at every entry",
                                    "coupon",
                                    "SELECT recipient || ' ' || number FROM (SELECT recipient, number, points_after"
                                            + " - sum(points) OVER (PARTITION BY recipient ORDER BY number) AS off"
                                            + " FROM loyalty_entries) AS entries WHERE off <> 0"),
                            Invariant.always(
                                    "I6",
                                    "a reversal follows a sale, and takes back no more",
                                    "merchant",
                                    "SELECT coalesce(part_of, order_id)::text FROM wallet_entries GROUP BY 1"
                                            + " HAVING count(*) FILTER (WHERE kind = 'SALE') <> 1 OR sum(amount_krw) < 0"),
                            Invariant.of(
                                    "I9",
                                    "no checkout is open beyond its deadline",
                                    "payment",
                                    "SELECT id::text FROM checkouts WHERE status = 'OPEN'"
                                            + " AND expires_at < now() - interval '120 seconds'"),
                            Invariant.of(
                                    "I9",
                                    "no points are held beyond their time",
                                    "coupon",
                                    "SELECT checkout_id::text FROM points_reservations WHERE status = 'RESERVED'"
                                            + " AND until < now() - interval '60 seconds'")),
                    SERVICES.stream().flatMap(Invariants::ofEveryService))
            .toList();

    private final StateDirectory state;
    private final StackFile stack;

    Invariants(StateDirectory state) {
        this.state = state;
        this.stack = StackFile.read(state).orElseThrow();
    }

    private static Stream<Invariant> ofEveryService(String service) {
        return Stream.of(
                Invariant.always(
                        "I8",
                        "the feed of " + service + " is dense, but before an event of a restore",
                        service,
                        "SELECT 'position ' || pos FROM (SELECT pos, type, lag(pos) OVER (ORDER BY pos) AS former"
                                + " FROM event_feed) AS entries WHERE pos <> former + 1 AND type <> 'feed.resumed'"),
                Invariant.of(
                        "I8",
                        "every event of " + service + " has its position",
                        service,
                        "SELECT event_id::text FROM outbox_pending WHERE at < now() - interval '30 seconds'"),
                Invariant.of(
                        "I8",
                        "no event is parked in " + service,
                        service,
                        "SELECT consumer || ' ' || type || ': ' || coalesce(reason, '') FROM dead_letters"
                                + " WHERE state NOT IN ('RETRYING', 'EARLY', 'QUEUED')"),
                Invariant.of(
                        "I9",
                        "no transaction of " + service + " is left open",
                        service,
                        "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND state LIKE 'idle in transaction%' AND state_change < now() - interval '10 seconds'"));
    }

    /** One line for each claim that is broken. */
    List<String> broken(List<Till> tills) {
        List<String> broken = new ArrayList<>(unsettled());
        broken.addAll(differencesToPortOne());
        tills.forEach(till -> broken.addAll(unheard(till)));
        broken.addAll(secretsInLogs());
        return broken;
    }

    /** The claims on rows alone, which come true with time. */
    List<String> unsettled() {
        return OF_ROWS.stream()
                .flatMap(invariant -> broken(invariant, query(invariant.service(), invariant.broken())))
                .toList();
    }

    /** The claims that hold at every moment, as far as their databases answer just now. */
    List<String> brokenNow() {
        return OF_ROWS.stream()
                .filter(Invariant::always)
                .flatMap(invariant -> broken(invariant, rowsNow(invariant)))
                .toList();
    }

    private static Stream<String> broken(Invariant invariant, List<String> rows) {
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(invariant.id() + " " + invariant.claim() + ": not so for "
                        + rows.subList(0, Math.min(5, rows.size())));
    }

    private List<String> rowsNow(Invariant invariant) {
        try {
            return rows(invariant.service(), invariant.broken());
        } catch (SQLException struck) {
            return List.of();
        }
    }

    private List<String> query(String service, String sql) {
        try {
            return rows(service, sql);
        } catch (SQLException e) {
            return List.of("the database does not answer: " + e.getMessage());
        }
    }

    private List<String> rows(String service, String sql) throws SQLException {
        JsonObject database = stack.json().getJsonObject("databases").getJsonObject(service);
        try (Connection connection = DriverManager.getConnection(
                        database.getString("jdbcUrl"), database.getString("username"), database.getString("password"));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next() && found.size() < MOST_ROWS) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** I1: both sides have the same payments and amounts. */
    List<String> differencesToPortOne() {
        List<String> broken = new ArrayList<>();
        JsonNode report = Api.at(stack.json().getJsonObject("services").getString("payment"))
                .as(stack.serviceToken())
                .get("/internal/proof?hours=24")
                .expect(200)
                .body();
        report.path("differences").forEach(each -> broken.add("I1 the books agree: not so, " + each));
        return broken;
    }

    /** I7: a till was told of each order that it had to make. */
    private List<String> unheard(Till till) {
        String sql = "SELECT id::text FROM orders WHERE store_id = '"
                + till.merchant().storeId() + "'"
                + " AND status IN ('WAITING', 'ACCEPTED', 'FINISHED') AND placed_at < now() - interval '30 seconds'";
        Set<String> heard = till.heard();
        return query("store", sql).stream()
                .filter(order -> !heard.contains(order))
                .map(order -> "I7 a till hears of each order: not so for " + order)
                .toList();
    }

    /** I10: neither passwords nor tokens stand in a log. */
    private List<String> secretsInLogs() {
        List<String> secrets = List.of("correct horse battery staple", "eyJraWQiOi", "eyJhbGciOi");
        List<String> broken = new ArrayList<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(state.log(""), "*-service*.log")) {
            for (Path log : logs) {
                try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                    if (lines.anyMatch(line -> secrets.stream().anyMatch(line::contains))) {
                        broken.add("I10 no secret stands in a log: not so in " + log);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken;
    }
}
