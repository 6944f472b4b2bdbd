package io.sirenorder.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** All that a service needs around it in its own tests: servers, issuers, its token and its neighbours. */
public class SirenTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String ADDRESSES_SECRET = "of-tests-only-0123456789-abcdefghijkl";

    @Override
    public Map<String, String> start() {
        try {
            return configuration(
                    Files.createDirectories(Path.of("target", "siren-test").toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> configuration(Path home) throws IOException {
        String service = application().getProperty("siren.service.name", "kit");
        Map<String, String> config = new LinkedHashMap<>(TestIssuers.publish(home));
        config.put("siren.identity.first-poll", "0.1s");
        config.put("siren.http.slowest-body", "3s");
        config.put("siren.addresses.secret", ADDRESSES_SECRET);
        config.put("siren.service.name", service);
        config.put("siren.service.token-file", tokenFile(home, service).toString());
        if (isOnClassPath("io/vertx/pgclient/PgConnection.class")) {
            config.putAll(TestServers.database(service));
        }
        if (isOnClassPath("io/vertx/redis/client/Redis.class")) {
            config.put("quarkus.redis.hosts", TestServers.redis().url());
        }
        config.putAll(StubServices.urlsFor(service));
        return config;
    }

    private static Path tokenFile(Path home, String service) throws IOException {
        return Files.writeString(home.resolve("service-token"), Tokens.service(service));
    }

    private static Properties application() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = loader().getResourceAsStream("application.properties")) {
            if (file != null) {
                properties.load(file);
            }
        }
        return properties;
    }

    private static boolean isOnClassPath(String resource) {
        return loader().getResource(resource) != null;
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    /** The servers stay for the next test class; they end with this JVM. */
    @Override
    public void stop() {
        StubServices.forgetAll();
    }
}
