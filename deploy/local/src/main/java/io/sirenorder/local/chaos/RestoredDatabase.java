package io.sirenorder.local.chaos;

import static io.sirenorder.local.chaos.Administrator.POSTGRES;

import io.sirenorder.local.stack.StateDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The database of a service and an earlier copy of it, beside those of its consumers, seen by an administrator. */
final class RestoredDatabase {
    /** The table that shows how much a service has done, by the name of its database. */
    private static final Map<String, String> TABLES = Map.of(
            "merchant", "wallet_entries", "store", "orders", "coupon", "loyalty_entries", "payment", "checkouts");

    /** Statements that put off deadlines which the copy has missed while it was away, by the name of the database. */
    private static final Map<String, String> POSTPONEMENTS = Map.of(
            "store",
            "UPDATE orders SET due_at = greatest(due_at, now() + interval '10 minutes') WHERE status = 'WAITING'",
            "payment",
            "UPDATE checkouts SET expires_at = greatest(expires_at, now() + interval '10 minutes'), look_at = now()"
                    + " WHERE status = 'OPEN' AND look_at IS NOT NULL");

    /** The position and event at which a restored feed goes on. */
    record Resumed(long position, String eventId) {}

    private final Administrator administrator;
    private final String service;
    private final String copy;
    private final List<String> consumers;

    RestoredDatabase(StateDirectory state, String service) {
        this.administrator = new Administrator(state);
        this.service = service;
        this.copy = service + "_earlier";
        this.consumers =
                TABLES.keySet().stream().filter(other -> !other.equals(service)).toList();
    }

    /** Copies the database as it is now. A copy needs a moment without connections: the service opens new ones after it. */
    void copy() {
        administrator.execute(POSTGRES, "DROP DATABASE IF EXISTS " + copy);
        administrator.execute(POSTGRES, "ALTER DATABASE " + service + " ALLOW_CONNECTIONS false");
        try {
            administrator.execute(
                    POSTGRES,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + service + "'");
            administrator.execute(POSTGRES, "CREATE DATABASE " + copy + " TEMPLATE " + service);
        } finally {
            administrator.execute(POSTGRES, "ALTER DATABASE " + service + " ALLOW_CONNECTIONS true");
        }
    }

    /** Puts the copy in the place of the database, and the privileges on it, which are no part of a copy. */
    void putBack() {
        administrator.execute(POSTGRES, "DROP DATABASE " + service + " WITH (FORCE)");
        administrator.execute(POSTGRES, "ALTER DATABASE " + copy + " RENAME TO " + service);
        administrator.execute(POSTGRES, "ALTER DATABASE " + service + " OWNER TO " + service + "_owner");
        administrator.execute(POSTGRES, "REVOKE ALL ON DATABASE " + service + " FROM PUBLIC");
        administrator.execute(POSTGRES, "GRANT CONNECT ON DATABASE " + service + " TO " + service);
    }

    /** Number of rows in the main table of the service. */
    long rows() {
        return administrator.number(service, "SELECT count(*) FROM " + table());
    }

    String table() {
        return TABLES.get(service);
    }

    long head() {
        return administrator.number(service, "SELECT pos FROM feed_head");
    }

    /** The highest position of the feed that any consumer has applied. */
    long heard() {
        return consumers.stream()
                .mapToLong(consumer -> administrator.number(
                        consumer, "SELECT coalesce(max(pos), 0) FROM feed_cursors WHERE name = '" + service + "'"))
                .max()
                .orElseThrow();
    }

    /** Lets the feed go on where no position was ever given out. */
    Resumed resume(long heard) {
        String sql = "SELECT resumed_pos, resumed_event_id FROM feed_resume(" + heard + ")";
        try (Connection connection = administrator.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + service + "_owner");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Resumed(row.getLong(1), row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Gives time to orders and checkouts that waited when the copy was made: they would end at once. */
    void postponeDeadlines() {
        if (POSTPONEMENTS.containsKey(service)) {
            administrator.execute(service, POSTPONEMENTS.get(service));
        }
    }

    /** Lets each consumer read on from there. */
    void moveConsumers(Resumed to) {
        consumers.forEach(consumer -> administrator.execute(
                consumer,
                "UPDATE feed_cursors SET pos = " + to.position() + ", event_id = '" + to.eventId() + "' WHERE name = '"
                        + service + "'"));
    }
}
