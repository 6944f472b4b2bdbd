package io.sirenorder.local.chaos;

import io.sirenorder.local.stack.StackFile;
import io.sirenorder.local.stack.StateDirectory;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections of PostgreSQL's superuser to the running stack's server. */
record Administrator(StateDirectory state) {
    /** A database that is nobody's, for statements about the server and its databases. */
    static final String POSTGRES = "postgres";

    /** The address of the server as services know it, {@code jdbc:} taken off. */
    private URI address() {
        String jdbcUrl = StackFile.read(state)
                .orElseThrow()
                .json()
                .getJsonObject("databases")
                .getJsonObject("store")
                .getString("jdbcUrl");
        return URI.create(jdbcUrl.substring("jdbc:".length()));
    }

    int port() {
        return address().getPort();
    }

    String password() {
        return state.secretText("postgres-superuser");
    }

    Connection connect(String database) throws SQLException {
        URI address = address();
        String query = address.getQuery() == null ? "" : "?" + address.getQuery();
        String url = "jdbc:postgresql://" + address.getAuthority() + "/" + database + query;
        return DriverManager.getConnection(url, "postgres", password());
    }

    void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    long number(String database, String sql) {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
