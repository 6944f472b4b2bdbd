package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The database of store-service and an earlier copy of it, as an administrator sees them, beside those of its consumers. */
final class RestoredDatabase {
    private static final String SERVICE = "store";
    private static final String COPY = "store_earlier";
    private static final List<String> CONSUMERS = List.of("merchant", "coupon", "payment");

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

    /** Keeps the database as it is now; the service must be stopped. */
    void copy() {
        execute("postgres", "DROP DATABASE IF EXISTS " + COPY);
        execute("postgres", "CREATE DATABASE " + COPY + " TEMPLATE " + SERVICE);
    }

    /** Puts the copy in the place of the database, and the privileges on it, which a copy does not bring along. */
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

    /** The highest position that any consumer has heard. */
    long heard() {
        return CONSUMERS.stream()
                .mapToLong(consumer -> number(
                        consumer, "SELECT coalesce(max(pos), 0) FROM feed_cursors WHERE name = '" + SERVICE + "'"))
                .max()
                .orElseThrow();
    }

    /** Lifts the feed over what was told already, so that no position is ever used twice. */
    void lift(long heard) {
        execute(SERVICE, "UPDATE feed_head SET pos = greatest(pos, " + heard + ")");
        execute(SERVICE, "SELECT feed_make_room()");
    }

    /** Lets each consumer go on behind the lifted position. */
    void moveConsumers() {
        long head = head();
        CONSUMERS.forEach(consumer -> execute(
                consumer,
                "UPDATE feed_cursors SET pos = " + head + ", event_id = NULL WHERE name = '" + SERVICE + "'"));
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
