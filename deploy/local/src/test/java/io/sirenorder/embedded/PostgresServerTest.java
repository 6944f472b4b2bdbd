package io.sirenorder.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @Test
    void durable_data_are_there_after_a_restart(@TempDir Path home) throws Exception {
        try (PostgresServer server = durable(home).start()) {
            server.createDatabase("store", "store", "s3cret");
            execute(server, "CREATE TABLE kept (n int)");
        }
        try (PostgresServer server = durable(home).start()) {
            execute(server, "INSERT INTO kept VALUES (1)");
            assertThat(value(server, "SELECT count(*) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void a_temporary_server_leaves_nothing_behind() throws Exception {
        PostgresServer server = PostgresServer.settings().start();
        ProcessHandle process = server.processHandle();
        Path data = Path.of(superuserValue(server, "SHOW data_directory"));
        server.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(data).doesNotExist();
    }

    @Test
    void passwords_are_asked_for_and_tenants_cannot_look_at_each_other() throws Exception {
        try (PostgresServer server = PostgresServer.settings().fsync(true).start()) {
            server.createDatabase("store", "store", "s3cret");
            server.createDatabase("coupon", "coupon", "other");
            server.createDatabase("coupon", "coupon", "renewed");
            assertThat(superuserValue(server, "SHOW fsync")).isEqualTo("on");
            assertThat(superuserValue(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(superuserValue(server, "SHOW server_version")).startsWith("17.11");
            assertRefused(server, "store", "store", "wrong");
            assertRefused(server, "coupon", "coupon", "other");
            assertRefused(server, "postgres", "postgres", "");
            assertRefused(server, "coupon", "store", "s3cret");
            assertRefused(server, "postgres", "store", "s3cret");
            assertThat(value(server, "SELECT current_user")).isEqualTo("store");
        }
    }

    @Test
    void a_directory_whose_making_was_cut_short_is_made_anew(@TempDir Path home) throws Exception {
        Path data = home.resolve("data");
        Files.createDirectories(data);
        Files.writeString(data.resolve("postgresql.conf"), "half = made");
        try (PostgresServer server = durable(home).start()) {
            assertThat(superuserValue(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_port_that_is_taken_is_said_so(@TempDir Path home) throws Exception {
        try (PostgresServer first = PostgresServer.settings().start()) {
            assertThatThrownBy(() -> durable(home).port(first.port()).start())
                    .hasMessage("port " + first.port() + " is taken");
        }
        assertThat(home).isDirectoryNotContaining("glob:**password*");
    }

    @Test
    void a_killed_jvm_takes_its_server_along() throws Exception {
        try (DoomedJvm jvm = DoomedJvm.start("postgres")) {
            ProcessHandle server = jvm.server();
            assertThat(server.isAlive()).isTrue();
            jvm.kill();
            assertThat(Waiting.forEnd(server, Duration.ofSeconds(15))).isTrue();
            assertThat(Waiting.until(Duration.ofSeconds(15), () -> !Files.exists(jvm.directory())))
                    .isTrue();
        }
    }

    private static PostgresSettings durable(Path home) {
        return PostgresServer.settings()
                .dataDirectory(home.resolve("data"))
                .password("durable")
                .config("max_connections", "50");
    }

    private static void execute(PostgresServer server, String command) throws SQLException {
        try (Connection connection = asStore(server);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String value(PostgresServer server, String query) throws SQLException {
        try (Connection connection = asStore(server)) {
            return first(connection, query);
        }
    }

    private static Connection asStore(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("store"), "store", "s3cret");
    }

    private static String superuserValue(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            return first(connection, query);
        }
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void assertRefused(PostgresServer server, String database, String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(database), user, password)
                        .close())
                .as("%s at %s", user, database)
                .isInstanceOf(SQLException.class);
    }
}
