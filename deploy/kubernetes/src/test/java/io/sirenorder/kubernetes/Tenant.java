package io.sirenorder.kubernetes;

import io.sirenorder.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** One service's database as production has it: roles by roles.sql, tables by its owner's migration. */
record Tenant(PostgresServer server, String service) {
    private static final String PASSWORD = "of-this-test-only";

    /** Steps of an administrator and of the migration Job. */
    Tenant install() throws SQLException {
        administrator("postgres", "CREATE DATABASE " + service);
        administrator(service, Repository.text(Repository.KUBERNETES.resolve("database/roles.sql")));
        administrator("postgres", "ALTER ROLE " + service + " PASSWORD '" + PASSWORD + "'");
        administrator("postgres", "ALTER ROLE " + owner() + " PASSWORD '" + PASSWORD + "'");
        migrate();
        return this;
    }

    void migrate() {
        Path migrations = Repository.directory(service + "-service").resolve("src/main/resources/db/migration");
        Path feed = Repository.directory("feed-kit").resolve("src/main/resources/db/feed");
        Flyway.configure()
                .dataSource(server.jdbcUrl(service), owner(), PASSWORD)
                .locations("filesystem:" + feed, "filesystem:" + migrations)
                .load()
                .migrate();
    }

    String owner() {
        return service + "_owner";
    }

    void administrator(String database, String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void asOwner(String sql) throws SQLException {
        execute(owner(), service, sql);
    }

    void asService(String sql) throws SQLException {
        execute(service, service, sql);
    }

    void asServiceIn(String database, String sql) throws SQLException {
        execute(service, database, sql);
    }

    /** The first column of the first row. */
    String ask(String sql) throws SQLException {
        try (Connection connection = connect(service, service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String role, String database, String sql) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), role, PASSWORD);
    }
}
