package io.sirenorder.local.chaos;

import static io.sirenorder.local.chaos.Administrator.POSTGRES;

import io.sirenorder.embedded.PostgresServer;
import io.sirenorder.local.stack.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A streaming standby of the stack's PostgreSQL, from the copy of its files to the promotion. PostgreSQL 16, "Continuous
 * Archiving" (low-level base backup), "Log-Shipping Standby Servers".
 */
final class Standby implements AutoCloseable {
    private static final String SLOT = "drill";

    private final StateDirectory state;
    private final Administrator primary;
    private final Path data;
    private PostgresServer server;
    private boolean promoted;

    Standby(StateDirectory state) {
        this.state = state;
        this.primary = new Administrator(state);
        this.data = state.postgres("standby");
    }

    /** Copies the running primary and follows it; comes back when a commit there waits for this server's disk. */
    void follow() {
        primary.execute(POSTGRES, "SELECT pg_create_physical_replication_slot('" + SLOT + "', true)");
        try {
            copy();
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    """
                    primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s'
                    primary_slot_name = '%s'
                    """.formatted(primary.port(), primary.password(), SLOT),
                    StandardOpenOption.APPEND);
            server = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
        DrillLoad.await(() ->
                primary.number(POSTGRES, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1);
    }

    private static void execute(Administrator server, String... statements) {
        for (String sql : statements) {
            server.execute(POSTGRES, sql);
        }
    }

    private void copy() throws IOException {
        try (Connection connection = primary.connect(POSTGRES);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('" + SLOT + "', true)");
            new DataFiles(state.postgres("data")).copyTo(data);
            try (ResultSet end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                end.next();
                Files.writeString(data.resolve("backup_label"), end.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the primary could not be copied: " + e.getMessage(), e);
        }
    }

    private PostgresServer start() throws IOException {
        return PostgresServer.settings()
                .dataDirectory(data)
                .programDirectory(state.programs())
                .log(state.log("standby"))
                .password(primary.password())
                .fsync(true)
                .config("max_connections", Long.toString(primary.number(POSTGRES, """
                        SELECT setting::bigint FROM pg_settings WHERE name = 'max_connections'
                        """)))
                .start();
    }

    /** Ends the following, and stops the server cleanly. */
    void promote() {
        try (Connection connection = server.connect(POSTGRES);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_promote(true, 60)");
            statement.execute("ALTER SYSTEM RESET primary_conninfo");
            statement.execute("ALTER SYSTEM RESET primary_slot_name");
        } catch (SQLException e) {
            throw new IllegalStateException("the standby was not promoted: " + e.getMessage(), e);
        }
        promoted = true;
        server.close();
    }

    /** Puts the promoted server's files where the launcher starts PostgreSQL from; those of the lost primary are deleted. */
    void takePlace() {
        Path lost = state.postgres("lost");
        try {
            Files.move(state.postgres("data"), lost);
            Files.move(data, state.postgres("data"));
            StateDirectory.delete(lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the primary go on without a standby, unless this one has taken its place. */
    @Override
    public void close() {
        if (promoted) {
            return;
        }
        execute(primary, "ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()");
        if (server != null) {
            server.close();
        }
        DrillLoad.await(() -> primary.number(POSTGRES, "SELECT count(*) FROM pg_replication_slots WHERE active") == 0);
        execute(primary, "SELECT pg_drop_replication_slot('" + SLOT + "')");
        StateDirectory.delete(data);
    }
}
