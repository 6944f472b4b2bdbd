package io.sirenorder.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.local.process.Running;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Redis of the stack, with the users and roles of a cluster. */
class ServersTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private StackOptions options;

    @BeforeEach
    void prepare() {
        StateDirectory state = new StateDirectory(directory).prepare();
        options = options(state, false);
    }

    private static StackOptions options(StateDirectory state, boolean tls) {
        return new StackOptions(
                HOME,
                state,
                Ports.anyFree(Replicas.of(1)),
                Replicas.of(1),
                false,
                false,
                tls,
                JvmMode.QUICK_START,
                "V2",
                "localhost",
                Map.of());
    }

    @Test
    void a_service_does_in_redis_what_a_cluster_lets_it() throws Exception {
        Running redis = new RedisPart(options).start();
        try {
            String store = new RedisUsers(options).url(Service.STORE).replaceFirst(".*//([^@]*)@.*", "$1");
            String login = "AUTH " + store.replace(':', ' ') + "\r\n";
            assertThat(redis(login + "PUBLISH siren:bell x\r\n"))
                    .contains("+OK")
                    .contains(":0");
            assertThat(redis(login + "FLUSHALL\r\n")).contains("-NOPERM");
            assertThat(redis("AUTH " + new RedisUsers(options).administratorPassword() + "\r\nFLUSHALL\r\n"))
                    .doesNotContain("-");
            assertThat(redis("PING\r\n")).contains("-NOAUTH");
        } finally {
            redis.end();
        }
    }

    @Test
    void a_service_uses_tables_that_another_role_owns_also_after_a_restart() throws Exception {
        PostgresPart postgres = new PostgresPart(options);
        postgres.start().end();
        Running again = postgres.start();
        try {
            Database store = new Database(Service.STORE, options);
            as(store.owner(), store.ownerPassword(), "CREATE TABLE things (id int)");
            assertThatThrownBy(() -> as("store", store.password(), "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> as("store", store.password(), "DROP TABLE things"))
                    .hasMessageContaining("must be owner");
        } finally {
            again.end();
        }
    }

    @Test
    void with_tls_programs_check_the_certificates_of_both_servers_and_come_in_no_other_way() throws Exception {
        options = options(options.state(), true);
        PrivateTls tls = new PrivateTls(options);
        tls.make();
        tls.make(); // as a second run of the same stack does
        Running redis = new RedisPart(options).start();
        Running postgres = new PostgresPart(options).start();
        try {
            Database store = new Database(Service.STORE, options);
            String url = store.environment().get("QUARKUS_DATASOURCE_JDBC_URL");
            try (Connection connection = DriverManager.getConnection(url, "store", store.password());
                    ResultSet ssl = connection
                            .createStatement()
                            .executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                assertThat(ssl.next() && ssl.getBoolean(1)).isTrue();
            }
            String plain = url.replaceFirst("\\?.*", "?sslmode=disable");
            assertThatThrownBy(() -> DriverManager.getConnection(plain, "store", store.password()))
                    .hasMessageContaining("pg_hba.conf rejects connection");
            assertThat(new RedisUsers(options).url(Service.STORE))
                    .startsWith("rediss://store:")
                    .endsWith("@localhost:" + options.ports().of("redis-tls"));
            assertThat(greeting(options.ports().of("redis-tls"), tls)).isEqualTo("-NOAUTH");
            assertThat(tls.environment())
                    .containsEntry("QUARKUS_REDIS_TLS_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS")
                    .containsEntry("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS")
                    .containsValue(tls.authority().toString())
                    .allSatisfy((name, value) -> assertThat(value).doesNotContain("/var/run"));
        } finally {
            postgres.end();
            redis.end();
        }
    }

    private static String greeting(int port, PrivateTls tls) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (InputStream file = Files.newInputStream(tls.authority())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (Socket socket = context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
        }
    }

    private void as(String role, String password, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + options.ports().of("postgres") + "/store";
        try (Connection connection = DriverManager.getConnection(url, role, password)) {
            connection.createStatement().execute(sql);
        }
    }

    private String redis(String commands) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), options.ports().of("redis"))) {
            socket.getOutputStream().write((commands + "QUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
