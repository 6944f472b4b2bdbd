package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Rows of the services, read and changed past their code: what no API shows, and the passing of time.
 *
 * @param secrets directory with the passwords of the tables' owners
 */
public record Databases(JsonNode known, Path secrets) {

    String passwordOf(String service) {
        return known.path(service).path("password").asText();
    }

    /** Moves the times of a coupon or gift into the past, as if the clock had gone on meanwhile. */
    void age(String service, String table, String key, String id, Duration by) {
        String issued = table.equals("gifts") ? "sent_at" : "issued_at";
        String seconds = " - interval '" + by.toSeconds() + " seconds'";
        int changed = run(
                service,
                "UPDATE %s SET expires_at = expires_at%s, %s = %s%s WHERE %s = '%s'"
                        .formatted(table, seconds, issued, issued, seconds, key, id));
        if (changed != 1) {
            throw new IllegalStateException("nothing in " + table + " is called " + id);
        }
    }

    /** The one number that a query of a service's database answers. */
    public long count(String service, String sql) {
        try (Connection connection = connect(service);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows of a service's database and answers how many. */
    public int run(String service, String sql) {
        try (Connection connection = connect(service)) {
            return connection.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows that the service itself may only add to, as the owner of its tables. */
    int runAsOwner(String service, String sql) {
        String owner = service + "_owner";
        try (Connection connection = DriverManager.getConnection(
                known.path(service).path("jdbcUrl").asText(),
                owner,
                Files.readString(secrets.resolve("postgres-" + owner)))) {
            return connection.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Locks the rows that a query of a service's database selects for update, until it is closed. */
    HeldRows hold(String service, String sql) {
        try {
            return HeldRows.of(connect(service), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String service) throws SQLException {
        JsonNode database = known.path(service);
        return DriverManager.getConnection(
                database.path("jdbcUrl").asText(),
                database.path("username").asText(),
                database.path("password").asText());
    }
}
