package io.sirenorder.kubernetes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The environment variables that a program reads, by its sources: its config mappings, its properties, its injections. */
final class KnownSettings {
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("(?m)^ +(Map<String, \\w+>|[\\w<>]+) (\\w+)\\(\\);$");
    private static final Pattern INJECTED = Pattern.compile("name = \"(siren\\.[a-z.-]+)\"");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%\\w+\\.)?([a-z][A-Za-z0-9.-]+)=");
    /** Of the framework: what our manifests set, and not a word more. */
    private static final Set<String> QUARKUS = Set.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_FLYWAY_CONNECT_RETRIES",
            "QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL",
            "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_HTTP_HOST",
            "QUARKUS_HTTP_PORT",
            "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
            "QUARKUS_INIT_AND_EXIT",
            "QUARKUS_REDIS_HOSTS",
            "QUARKUS_REDIS_TLS_HOSTNAME_VERIFICATION_ALGORITHM",
            "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM",
            "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_TLS_CLUSTER_TRUST_STORE_PEM_CERTS");

    /** A word of a mapping; a map's is followed by a word of ours. */
    private record Member(String name, boolean isMap) {}

    private final Set<String> properties = new TreeSet<>();
    private final Map<String, List<Member>> mappings = new TreeMap<>();

    private KnownSettings() {}

    static KnownSettings of(String module) {
        KnownSettings known = new KnownSettings();
        known.read(module);
        known.read("service-kit");
        if (!module.equals("notification-gateway")) {
            known.read("feed-kit");
        }
        return known;
    }

    private void read(String module) {
        Path main = Repository.directory(module).resolve("src/main");
        Repository.files(main, ".java").forEach(file -> readSource(Repository.text(file)));
        Repository.files(main, ".properties")
                .forEach(file -> PROPERTY.matcher(Repository.text(file))
                        .results()
                        .forEach(found -> properties.add(variable(found.group(1)))));
    }

    private void readSource(String source) {
        INJECTED.matcher(source).results().forEach(found -> properties.add(variable(found.group(1))));
        MAPPING.matcher(source)
                .results()
                .forEach(found -> mappings.computeIfAbsent(variable(found.group(1)), prefix -> new ArrayList<>())
                        .addAll(MEMBER.matcher(source)
                                .results()
                                .map(KnownSettings::member)
                                .toList()));
    }

    private static Member member(MatchResult found) {
        String kebab = found.group(2).replaceAll("([a-z0-9])([A-Z])", "$1-$2");
        return new Member(variable(kebab), found.group(1).startsWith("Map"));
    }

    boolean has(String variable) {
        return QUARKUS.contains(variable)
                || properties.contains(variable)
                || mappings.entrySet().stream()
                        .filter(mapping -> variable.startsWith(mapping.getKey() + "_"))
                        .anyMatch(mapping -> spells(
                                mapping.getValue(),
                                variable.substring(mapping.getKey().length() + 1)));
    }

    private static boolean spells(List<Member> members, String rest) {
        return members.stream().anyMatch(member -> {
            if (rest.equals(member.name())) {
                return !member.isMap();
            }
            if (!rest.startsWith(member.name() + "_")) {
                return false;
            }
            String after = rest.substring(member.name().length() + 1);
            return spells(members, member.isMap() ? after.substring(after.indexOf('_') + 1) : after);
        });
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
