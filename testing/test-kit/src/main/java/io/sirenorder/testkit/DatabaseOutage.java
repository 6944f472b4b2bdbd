package io.sirenorder.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A time in which a service's database ends all connections of the service and takes no new one; it ends with {@link #close}. */
public final class DatabaseOutage implements AutoCloseable {
    private final String service;

    private DatabaseOutage(String service) {
        this.service = service;
    }

    /** Begins it; the service's role, named as the service, is shut out. */
    public static DatabaseOutage of(String service) {
        DatabaseOutage outage = new DatabaseOutage(service);
        outage.limitConnections(0);
        outage.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + service + "'");
        return outage;
    }

    /** Lets it last that long. */
    public void lasts(Duration time) {
        Eventually.within(time).stays(() -> requireShut());
    }

    private void requireShut() throws SQLException {
        try (Connection superuser = TestServers.postgres().connect(service);
                Statement statement = superuser.createStatement()) {
            if (statement
                    .executeQuery("SELECT FROM pg_stat_activity WHERE usename = '" + service + "'")
                    .next()) {
                throw new AssertionError(service + " has a connection in an outage");
            }
        }
    }

    @Override
    public void close() {
        limitConnections(-1);
    }

    private void limitConnections(int limit) {
        run("ALTER ROLE " + service + " CONNECTION LIMIT " + limit);
    }

    private void run(String sql) {
        try (Connection superuser = TestServers.postgres().connect(service);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
