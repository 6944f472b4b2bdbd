package io.sirenorder.testkit;

import io.sirenorder.embedded.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four issuers of a test JVM. */
public final class TestIssuers {
    public static final Issuer MERCHANTS = create("merchants", "siren");
    public static final Issuer BUYERS = create("buyers", "siren");
    public static final Issuer OPERATORS = create("operators", "siren");
    public static final Issuer SERVICES = create("services", "siren-internal");
    private static final List<String> NAMES = List.of("merchants", "buyers", "operators", "services");

    private TestIssuers() {}

    /** Writes all keys into the directory and tells the configuration under which a program accepts their tokens. */
    static Map<String, String> publish(Path directory) {
        Map<String, String> config = new LinkedHashMap<>();
        for (String name : NAMES) {
            Path file = directory.resolve(name + ".jwks.json");
            write(file, named(name).keySet());
            config.put("siren.identity.issuers." + name + ".issuer", named(name).url());
            config.put(
                    "siren.identity.issuers." + name + ".audience", named(name).audience());
            config.put("siren.identity.issuers." + name + ".jwks", file.toUri().toString());
        }
        return config;
    }

    private static Issuer create(String name, String audience) {
        return Issuer.of("https://" + name + ".test", audience);
    }

    private static void write(Path file, String keys) {
        try {
            Files.writeString(file, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issuer named(String name) {
        return switch (name) {
            case "merchants" -> MERCHANTS;
            case "buyers" -> BUYERS;
            case "operators" -> OPERATORS;
            default -> SERVICES;
        };
    }
}
