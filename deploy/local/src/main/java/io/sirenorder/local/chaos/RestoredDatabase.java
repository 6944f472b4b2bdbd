package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database of store-service and an earlier copy of it, beside those of its consumers, seen by an administrator. */
final class RestoredDatabase {
    private static final String SERVICE = "store";
    private static final String COPY = "store_earlier";
    private static final List<String> CONSUMERS = List.of("merchant", "coupon", "payment");

    /** The position and event at which a restored feed goes on. */
    record Resumed(long position, String eventId) {}

    private final StateDirectory state;
    private final String server;

    RestoredDatabase(StateDirectory state) {
        this.state = state;
        String url = StackFile.read(state)
                .orElseThrow()
                .json()
                .getJsonObject("databases")
                .getJsonObject(SERVICE)
                .getString("jdbcUrl");
        this.server = url.substring(0, url.lastIndexOf('/') + 1);
    }

    /** Copies the database as it is now. A copy needs a moment without connections: the service opens new ones after it. */
    void copy() {
        execute("postgres", "DROP DATABASE IF EXISTS " + COPY);
        execute("postgres", "ALTER DATABASE " + SERVICE + " ALLOW_CONNECTIONS false");
        try {
            execute(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + SERVICE + "'");
            execute("postgres", "CREATE DATABASE " + COPY + " TEMPLATE " + SERVICE);
        } finally {
            execute("postgres", "ALTER DATABASE " + SERVICE + " ALLOW_CONNECTIONS true");
        }
    }

    /** Puts the copy in the place of the database, and the privileges on it, which are no part of a copy. */
    void putBack() {
        execute("postgres", "DROP DATABASE " + SERVICE + " WITH (FORCE)");
        execute("postgres", "ALTER DATABASE " + COPY + " RENAME TO " + SERVICE);
        execute("postgres", "ALTER DATABASE " + SERVICE + " OWNER TO " + SERVICE + "_owner");
        execute("postgres", "REVOKE ALL ON DATABASE " + SERVICE + " FROM PUBLIC");
        execute("postgres", "GRANT CONNECT ON DATABASE " + SERVICE + " TO " + SERVICE);
    }

    long orders() {
        return number(SERVICE, "SELECT count(*) FROM orders");
    }

    long head() {
        return number(SERVICE, "SELECT pos FROM feed_head");
    }

    /** The highest position of the feed that any consumer has applied. */
    long heard() {
        return CONSUMERS.stream()
                .mapToLong(consumer -> number(
                        consumer, "SELECT coalesce(max(pos), 0) FROM feed_cursors WHERE name = '" + SERVICE + "'"))
                .max()
                .orElseThrow();
    }

    /** Lets the feed go on where no position was ever given out. */
    Resumed resume(long heard) {
        String sql = "SELECT resumed_pos, resumed_event_id FROM feed_resume(" + heard + ")";
        try (Connection connection = connect(SERVICE);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + SERVICE + "_owner");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Resumed(row.getLong(1), row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** Gives merchants time to decide again: an order that waited when the copy was made would expire at once. */
    void postponeDeadlines() {
        execute(
                SERVICE,
                "UPDATE orders SET due_at = greatest(due_at, now() + interval '10 minutes') WHERE status = 'WAITING'");
    }

    /** Lets each consumer read on from there. */
    void moveConsumers(Resumed to) {
        CONSUMERS.forEach(consumer -> execute(
                consumer,
                "UPDATE feed_cursors SET pos = " + to.position() + ", event_id = '" + to.eventId() + "' WHERE name = '"
                        + SERVICE + "'"));
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private long number(String database, String sql) {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, "postgres", state.secretText("postgres-superuser"));
    }
}
