package io.sirenorder.local.stack;

import io.sirenorder.embedded.PostgresServer;
import io.sirenorder.embedded.PostgresSettings;
import io.sirenorder.local.process.Running;
import io.sirenorder.local.process.Signal;
import io.sirenorder.local.process.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** PostgreSQL with a database and two roles for each service: one owns its tables, the other uses them, as in a cluster. */
final class PostgresPart implements Part {
    /** Enough for the pools of four services in two instances, and for psql. */
    private static final String MOST_CONNECTIONS = "300";

    private static final String ROLES = "deploy/kubernetes/database/roles.sql";

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
                create(new Database(service, options));
            }
            countStatements();
            return running;
        } catch (SQLException e) {
            running.end();
            throw new IOException("PostgreSQL refused to make the databases: " + e.getMessage(), e);
        }
    }

    private void create(Database database) throws SQLException {
        String service = database.service().label();
        server.createDatabase(service, database.owner(), database.ownerPassword());
        try (Connection connection = server.connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(TextFile.read(options.home().resolve(ROLES)));
            statement.execute("ALTER ROLE " + service + " PASSWORD '" + database.password() + "'");
            statement.execute("REASSIGN OWNED BY " + service + " TO " + database.owner()); // of an earlier release
        }
    }

    /** The bench asks in the store's database how many statements an order takes. */
    private void countStatements() throws SQLException {
        try (Connection connection = server.connect("store");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS statistics");
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            statement.execute(
                    "ALTER EXTENSION pg_stat_statements SET SCHEMA statistics"); // not among the owner's tables
            statement.execute("GRANT USAGE ON SCHEMA statistics TO store");
        }
    }

    private PostgresSettings settings() {
        PostgresSettings settings = PostgresServer.settings()
                .dataDirectory(options.state().postgres("data"))
                .programDirectory(options.state().programs())
                .log(log())
                .port(options.ports().of(name()))
                .password(options.state().secretText("postgres-superuser"))
                .fsync(options.durable())
                .config("max_connections", MOST_CONNECTIONS)
                .config("shared_preload_libraries", "pg_stat_statements")
                .outlivesJvm();
        return options.tls() ? withTls(settings, new PrivateTls(options)) : settings;
    }

    private static PostgresSettings withTls(PostgresSettings settings, PrivateTls tls) {
        return settings.config("ssl", "on")
                .config("ssl_cert_file", tls.certificate().toString())
                .config("ssl_key_file", tls.key().toString())
                .config("hba_file", tls.rules().toString());
    }

    @Override
    public Optional<String> unready() {
        return Optional.empty();
    }
}
