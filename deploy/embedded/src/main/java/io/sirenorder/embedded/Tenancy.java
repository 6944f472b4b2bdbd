package io.sirenorder.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** One database and one role per service, none of which can look into another's. */
final class Tenancy {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final Connection connection;

    Tenancy(Connection superuser) {
        connection = superuser;
    }

    void create(String database, String owner, String password) throws SQLException {
        boolean known = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", named(owner));
        execute((known ? "ALTER" : "CREATE") + " ROLE " + owner + " LOGIN PASSWORD '" + password.replace("'", "''")
                + "'");
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", named(database))) {
            execute("CREATE DATABASE " + database + " OWNER " + owner);
        }
        execute("REVOKE CONNECT, TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
        execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
    }

    /** Names stand in statements as they are, so only harmless ones may. */
    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        return name;
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
