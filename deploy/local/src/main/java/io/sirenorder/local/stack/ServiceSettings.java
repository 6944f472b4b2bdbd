package io.sirenorder.local.stack;

import io.sirenorder.embedded.Issuer;
import io.sirenorder.local.identity.Issuers;
import io.sirenorder.local.identity.ServiceTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Settings of each program, as environment variables: other users of the machine can read command lines. */
final class ServiceSettings {
    /** Short, so that Ctrl-C ends the stack within seconds. */
    private static final Map<String, String> QUICK_DRAIN =
            Map.of("SIREN_DRAIN_WINDOW", "500ms", "SIREN_DRAIN_REPLIES", "500ms", "SIREN_DRAIN_STRAGGLERS", "500ms");

    private static final String SHUTDOWN_DELAY = "2s";

    private final StackOptions options;
    private final Issuers issuers;
    private final ServiceTokens tokens;
    private final PortOneAccount portone;

    ServiceSettings(StackOptions options, Issuers issuers, ServiceTokens tokens) {
        this.options = options;
        this.issuers = issuers;
        this.tokens = tokens;
        this.portone = new PortOneAccount(options);
    }

    Map<String, String> environment(Service service, int port) {
        Map<String, String> all = new HashMap<>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("QUARKUS_SHUTDOWN_DELAY", SHUTDOWN_DELAY);
        all.put("SIREN_PROBLEMS_PAGES", options.door() + "/problems/");
        if (!service.hasNeighbours()) {
            all.putAll(own(service));
            return all;
        }
        all.put("QUARKUS_REDIS_HOSTS", new RedisUsers(options).url(service));
        all.put("SIREN_SERVICE_TOKEN_FILE", tokens.file(service.label()).toString());
        all.put("SIREN_ADDRESSES_SECRET", options.state().secretText("addresses"));
        Service.neighbours()
                .forEach(other -> all.put(variable("SIREN_NEIGHBOURS_", other.label(), "_URL"), url(other)));
        all.putAll(identity(service));
        if (options.tls()) {
            all.putAll(new PrivateTls(options).environment());
        }
        if (service.hasDatabase()) {
            all.putAll(new Database(service, options).environment());
        }
        all.putAll(own(service));
        return all;
    }

    private Map<String, String> identity(Service service) {
        Map<String, String> all = new HashMap<>();
        all.putAll(issuer(
                "merchants", options.door(), "siren", url(Service.MERCHANT) + "/.well-known/jwks.json", "merchant"));
        all.putAll(issuer("buyers", issuers.buyers(), "buyer"));
        all.putAll(issuer("operators", issuers.operators(), "operator"));
        all.putAll(issuer("services", issuers.services(), "service"));
        all.put("SIREN_IDENTITY_ISSUERS_SERVICES_AUDIENCE", Issuers.audienceOfService(service.label()));
        return all;
    }

    private Map<String, String> issuer(String name, Issuer issuer, String role) {
        String keys = options.ports().url("issuer") + "/dev/issuers/" + name + "/jwks";
        return issuer(name, issuer.url(), issuer.audience(), keys, role);
    }

    private static Map<String, String> issuer(String name, String url, String audience, String keys, String role) {
        String prefix = variable("SIREN_IDENTITY_ISSUERS_", name, "_");
        return Map.of(
                prefix + "ISSUER", url, prefix + "AUDIENCE", audience, prefix + "JWKS", keys, prefix + "ROLE", role);
    }

    private Map<String, String> own(Service service) {
        return switch (service) {
            case MERCHANT ->
                Map.of(
                        "SIREN_TOKENS_KEY_FILE",
                        options.jvm() == JvmMode.AS_IMAGE
                                ? "/tmp/keys.jwks" // no other place can be written to
                                : options.state().secret("merchants.jwks").toString(),
                        "SIREN_TOKENS_CREATE_KEY",
                        "true",
                        "SIREN_REGISTRATION_APPROVAL",
                        "AUTOMATIC",
                        "SIREN_REGISTRATION_PER_NETWORK",
                        "1000000",
                        "SIREN_REGISTRATION_TOTAL",
                        "1000000",
                        "SIREN_SESSIONS_COOKIE_SECURE",
                        "false");
            case STORE -> Map.of("SIREN_MENU_SAMPLE", "true");
            case COUPON -> Map.of("SIREN_COUPONS_CODE_SECRET", options.state().secretText("coupon-codes"));
            case PAYMENT -> portone.environment();
            case GATEWAY -> gateway();
            case WEB -> pages();
        };
    }

    private Map<String, String> gateway() {
        Map<String, String> all = new HashMap<>(QUICK_DRAIN);
        all.put("SIREN_SOCKETS_ORIGINS", String.join(",", origins()));
        return all;
    }

    /** Pages of the front door itself, by each name that it has. */
    private Set<String> origins() {
        Ports ports = options.ports();
        return new TreeSet<>(List.of(options.door(), ports.door("localhost"), ports.door("127.0.0.1")));
    }

    private Map<String, String> pages() {
        return Map.of(
                "SIREN_WEB_BUYERS_ISSUER", issuers.buyers().url(),
                "SIREN_WEB_OPERATORS_ISSUER", issuers.operators().url(),
                "SIREN_WEB_PAY_V2_SDK", options.door() + "/sim/browser-sdk.js",
                "SIREN_WEB_PAY_V1_SDK", options.door() + "/sim/iamport.js",
                "SIREN_WEB_PAY_ORIGINS", options.door() + "," + options.ports().url("simulator"));
    }

    private String url(Service service) {
        return options.ports().url(service.module());
    }

    private static String variable(String before, String name, String after) {
        return before + name.toUpperCase(Locale.ROOT) + after;
    }
}
