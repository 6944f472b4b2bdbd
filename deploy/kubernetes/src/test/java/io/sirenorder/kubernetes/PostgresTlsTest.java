package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.sirenorder.embedded.CertificateAuthority;
import io.sirenorder.embedded.PostgresServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL with an authority of its own and the manifest's pg_hba, reached as the manifests set the drivers. */
class PostgresTlsTest {
    private static final String NAME = "payment-postgres-rw";
    private static final String PASSWORD = "of-this-test-only";
    private static final String OF_CLOUDNATIVEPG = "streaming_replica";
    private static final Vertx VERTX = Names.here(NAME, "other-postgres-rw");

    @TempDir
    static Path directory;

    private static CertificateAuthority authority;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        authority = CertificateAuthority.in(directory.resolve("authority"));
        CertificateAuthority.Issued issued = authority.issue(NAME, "localhost");
        Path rules = directory.resolve("pg_hba.conf");
        Files.write(rules, rules());
        server = PostgresServer.settings()
                .config("ssl", "on")
                .config("ssl_cert_file", issued.certificate().toString())
                .config("ssl_key_file", issued.key().toString())
                .config("hba_file", rules.toString())
                .start();
        Tenant tenant = new Tenant(server, "payment");
        tenant.administrator("postgres", "CREATE DATABASE payment");
        tenant.administrator("payment", Repository.text(Repository.KUBERNETES.resolve("database/roles.sql")));
        for (String role : List.of("payment", "payment_owner", "cnpg_metrics_exporter")) {
            tenant.administrator("postgres", "ALTER ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
        }
        tenant.administrator(
                "postgres", "CREATE ROLE " + OF_CLOUDNATIVEPG + " LOGIN REPLICATION PASSWORD '" + PASSWORD + "'");
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        if (server != null) {
            server.close();
        }
    }

    /**
     * First CloudNativePG's own, then the manifest's, then CloudNativePG's last. Its own users come by certificate or by
     * the pod's socket; here they have passwords. The first line is for this server's own start.
     */
    private static List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(
                "host all postgres 127.0.0.1/32 scram-sha-256",
                "hostssl postgres " + OF_CLOUDNATIVEPG + " all scram-sha-256",
                "hostssl replication " + OF_CLOUDNATIVEPG + " all scram-sha-256",
                "host all cnpg_metrics_exporter 127.0.0.1/32 scram-sha-256"));
        GenericKubernetesResource cluster = Manifests.overlay("production").custom().stream()
                .filter(one -> one.getKind().equals("Cluster"))
                .filter(one -> one.getMetadata().getName().equals("payment-postgres"))
                .findAny()
                .orElseThrow();
        rules.addAll(cluster.<List<String>>get("spec", "postgresql", "pg_hba"));
        rules.add("host all all all scram-sha-256");
        return rules;
    }

    @Test
    void the_service_comes_in_by_tls_as_the_manual_says() {
        assertThat(encrypted(options(NAME, authority.certificate()))).isTrue();
    }

    @Test
    void another_authority_is_not_believed() throws Exception {
        CertificateAuthority stranger = CertificateAuthority.in(directory.resolve("stranger"));
        assertThatThrownBy(() -> encrypted(options(NAME, stranger.certificate())))
                .hasStackTraceContaining("SSL handshake failed");
    }

    @Test
    void another_name_is_not_believed() {
        assertThatThrownBy(() -> encrypted(options("other-postgres-rw", authority.certificate())))
                .hasStackTraceContaining("SSL handshake failed");
    }

    @Test
    void a_connection_in_clear_text_is_refused() {
        PgConnectOptions plain = PgConnectOptions.fromUri("postgresql://127.0.0.1/payment?sslmode=disable")
                .setPort(server.port())
                .setUser("payment")
                .setPassword(PASSWORD);
        assertThatThrownBy(() -> encrypted(plain)).hasStackTraceContaining("pg_hba.conf rejects connection");
    }

    @Test
    void the_migration_comes_in_by_tls_as_the_manual_says() throws Exception {
        String url = documented("jdbc-url")
                .replace(NAME, "localhost:" + server.port())
                .replace(
                        setting("TRUST_CERTIFICATE_PEM_CERTS"),
                        authority.certificate().toString());
        try (Connection owner = DriverManager.getConnection(url, "payment_owner", PASSWORD)) {
            assertThat(owner.isValid(5)).isTrue();
        }
        assertThatThrownBy(() ->
                        DriverManager.getConnection(url.replace("localhost", "127.0.0.1"), "payment_owner", PASSWORD))
                .hasMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template1"})
    void a_service_sees_no_database_of_administrators(String database) {
        assertThatThrownBy(() -> login("payment", database)).hasMessageContaining("pg_hba.conf rejects connection");
    }

    /** A former primary asks the new one as this user in this database, or never comes back. */
    @Test
    void the_user_that_replicates_still_connects_to_the_database_postgres() throws Exception {
        assertThat(login(OF_CLOUDNATIVEPG, "postgres")).isTrue();
    }

    @Test
    void the_user_that_measures_still_connects_to_the_services_database() throws Exception {
        assertThat(login("cnpg_metrics_exporter", "payment")).isTrue();
        assertThatThrownBy(() -> login(OF_CLOUDNATIVEPG, "payment")).hasMessageContaining("permission denied");
    }

    private static boolean login(String role, String database) throws Exception {
        String url = "jdbc:postgresql://localhost:" + server.port() + "/" + database
                + "?sslmode=verify-full&sslrootcert=" + authority.certificate();
        try (Connection connection = DriverManager.getConnection(url, role, PASSWORD)) {
            return connection.isValid(5);
        }
    }

    /** Builds the options that Quarkus makes of the documented URL and of the settings in database-tls.env. */
    private static PgConnectOptions options(String host, Path trusted) {
        assertThat(setting("TRUST_CERTIFICATE_PEM")).isEqualTo("true");
        PgConnectOptions options = PgConnectOptions.fromUri(documented("reactive-url"));
        options.setHost(host).setPort(server.port()).setUser("payment").setPassword(PASSWORD);
        options.setTrustOptions(new PemTrustOptions().addCertPath(trusted.toString()));
        options.setHostnameVerificationAlgorithm(setting("HOSTNAME_VERIFICATION_ALGORITHM"));
        return options;
    }

    private static boolean encrypted(PgConnectOptions options) {
        return PgConnection.connect(VERTX, options)
                .compose(connection -> connection
                        .query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .eventually(() -> connection.close()))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static String documented(String url) {
        Matcher line = Pattern.compile(url + ": +(\\S+)")
                .matcher(Repository.text(Repository.ROOT.resolve("docs/operations.md")));
        assertThat(line.find()).as(url).isTrue();
        return line.group(1);
    }

    private static String setting(String name) {
        Map<String, String> settings =
                Manifests.overlay("production").generated("siren-settings").getData();
        return settings.get("QUARKUS_DATASOURCE_REACTIVE_" + name);
    }
}
