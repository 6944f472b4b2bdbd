package io.sirenorder.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows that a transaction of a test has locked, so that a service stops in the middle of its own transaction. */
final class HeldRows implements AutoCloseable {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))";

    private final Connection connection;

    private HeldRows(Connection connection) {
        this.connection = connection;
    }

    static HeldRows of(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().execute(sql);
        return new HeldRows(connection);
    }

    /** Whether a transaction waits for them now. */
    boolean areWaitedFor() {
        try (ResultSet rows = connection.createStatement().executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets them go; harmless when repeated. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
