package io.sirenorder.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases of a local stack as their superuser, who may fill them and read every role's statistics. */
record SuperuserSql(RunningStack stack, Path state) {
    private static final String USER = "postgres";

    Connection connect(String service) {
        try {
            String password = Files.readString(state.resolve("secrets").resolve("postgres-superuser"))
                    .strip();
            return DriverManager.getConnection(
                    stack.database(service).path("jdbcUrl").asText(), USER, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of " + service + " is out of reach", e);
        }
    }

    void run(String service, String sql) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + sql, e);
        }
    }
}
