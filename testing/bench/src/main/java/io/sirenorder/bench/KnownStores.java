package io.sirenorder.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Stores that are in the list and have no till: what an order must not pay for. */
final class KnownStores {
    private static final String FILL = """
            INSERT INTO stores (id, merchant_id, version, name, address, latitude, longitude, images, accepting,
                                unacknowledged, created_at)
            SELECT gen_random_uuid(), gen_random_uuid(), 0, 'Known ' || n, 'somewhere', 33 + random() * 5,
                   126 + random() * 3, '[]', true, 0, now()
            FROM generate_series(1, ?) AS n
            """;

    private KnownStores() {}

    /** Adds what is missing to a total of {@code wished} stores and says how many there are then. */
    static long fill(RunningStack stack, int wished) {
        JsonNode database = stack.database("store");
        try (Connection connection = DriverManager.getConnection(
                database.path("jdbcUrl").asText(),
                database.path("username").asText(),
                database.path("password").asText())) {
            long missing = wished - count(connection);
            try (PreparedStatement insert = connection.prepareStatement(FILL)) {
                insert.setLong(1, Math.max(0, missing));
                insert.executeUpdate();
            }
            return count(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the store database does not take more stores", e);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM stores")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
