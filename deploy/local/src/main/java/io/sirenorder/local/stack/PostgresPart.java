package io.sirenorder.local.stack;

import io.sirenorder.embedded.PostgresServer;
import io.sirenorder.embedded.PostgresSettings;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** PostgreSQL with a database and a role of its own for each service. */
final class PostgresPart implements Part {
    /** Enough for the pools of four services in two instances, and for psql. */
    private static final String MOST_CONNECTIONS = "300";

    private final StackOptions options;
    private PostgresServer server;

    PostgresPart(StackOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Path log() {
        return options.state().log(name());
    }

    @Override
    public Running start() throws IOException {
        if (server != null) {
            server.close();
        }
        server = settings().start();
        Running running = Running.of(name(), server.processHandle(), Signal.INT);
        try {
            for (Service service : Service.withDatabase()) {
                String owner = service.label();
                server.createDatabase(owner, owner, options.state().secretText("postgres-" + owner));
            }
            countStatements();
            return running;
        } catch (SQLException e) {
            running.end();
            throw new IOException("PostgreSQL refused to make the databases: " + e.getMessage(), e);
        }
    }

    /** The bench asks in the store's database how many statements an order takes. */
    private void countStatements() throws SQLException {
        try (Connection connection = server.connect("store");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    private PostgresSettings settings() {
        return PostgresServer.settings()
                .dataDirectory(options.state().postgres("data"))
                .programDirectory(options.state().programs())
                .log(log())
                .port(options.ports().of(name()))
                .password(options.state().secretText("postgres-superuser"))
                .fsync(options.durable())
                .config("max_connections", MOST_CONNECTIONS)
                .config("shared_preload_libraries", "pg_stat_statements")
                .outlivesJvm();
    }

    @Override
    public Optional<String> unready() {
        return Optional.empty();
    }
}
