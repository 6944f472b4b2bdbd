package io.sirenorder.testkit;

import io.sirenorder.embedded.PostgresServer;
import io.sirenorder.embedded.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/** One PostgreSQL and one Redis for all tests of this JVM; each is started when first asked for. */
public final class TestServers {
    private static final String PASSWORD = "of-a-test-database-only";
    private static PostgresServer postgres;
    private static RedisServer redis;

    private TestServers() {}

    public static synchronized PostgresServer postgres() {
        try {
            if (postgres == null) {
                postgres = PostgresServer.settings()
                        .config("max_connections", "200")
                        .start();
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized RedisServer redis() {
        try {
            if (redis == null) {
                redis = RedisServer.settings().start();
            }
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration under which a service works on its own database. */
    static Map<String, String> database(String service) {
        try {
            postgres().createDatabase(service, service, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for " + service, e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres().jdbcUrl(service),
                "quarkus.datasource.reactive.url",
                postgres().reactiveUrl(service),
                "quarkus.datasource.username",
                service,
                "quarkus.datasource.password",
                PASSWORD);
    }
}
