package io.sirenorder.testkit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four issuers of a test JVM. */
public final class TestIssuers {
    public static final TestIssuer MERCHANTS = TestIssuer.create("merchants", "siren");
    public static final TestIssuer BUYERS = TestIssuer.create("buyers", "siren");
    public static final TestIssuer OPERATORS = TestIssuer.create("operators", "siren");
    public static final TestIssuer SERVICES = TestIssuer.create("services", "siren-internal");
    private static final List<String> NAMES = List.of("merchants", "buyers", "operators", "services");

    private TestIssuers() {}

    /** Writes all keys into the directory and tells the configuration under which a program accepts their tokens. */
    static Map<String, String> publish(Path directory) {
        Map<String, String> config = new LinkedHashMap<>();
        for (String name : NAMES) {
            Path file = directory.resolve(name + ".jwks.json");
            named(name).writeKeys(file);
            config.put("siren.identity.issuers." + name + ".issuer", named(name).issuer());
            config.put(
                    "siren.identity.issuers." + name + ".audience", named(name).audience());
            config.put("siren.identity.issuers." + name + ".jwks", file.toUri().toString());
        }
        return config;
    }

    private static TestIssuer named(String name) {
        return switch (name) {
            case "merchants" -> MERCHANTS;
            case "buyers" -> BUYERS;
            case "operators" -> OPERATORS;
            default -> SERVICES;
        };
    }
}
