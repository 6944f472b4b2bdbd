package io.sirenorder.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The work of the PostgreSQL server so far, over all databases.
 *
 * @param statements executed ones, BEGIN and COMMIT among them (pg_stat_statements)
 * @param writes transactions that wrote (each takes one transaction id)
 */
record SqlWork(long statements, long writes) {
    private static final String READ = """
            SELECT (SELECT coalesce(sum(calls), 0)::bigint FROM statistics.pg_stat_statements) AS statements,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS writes
            """;

    /** Asks the store's database, where the launcher has put the extension; the question itself counts as one. */
    static SqlWork of(RunningStack stack) {
        JsonNode database = stack.database("store");
        try (Connection connection = DriverManager.getConnection(
                        database.path("jdbcUrl").asText(),
                        database.path("username").asText(),
                        database.path("password").asText());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            return new SqlWork(row.getLong("statements"), row.getLong("writes"));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's statistics can't be read", e);
        }
    }

    SqlWork since(SqlWork earlier) {
        return new SqlWork(statements - earlier.statements, writes - earlier.writes);
    }
}
