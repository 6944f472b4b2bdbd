package io.sirenorder.kit.identity;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The issuers whose tokens are accepted, and their keys. */
@Singleton
@Startup
class Issuers {
    private static final Set<String> ROLES = Set.of(Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.SERVICE);

    private final IdentityConfig config;
    private final Vertx vertx;
    private final TlsConfigurationRegistry tls;
    private final Map<String, KeyRing> awaited = new LinkedHashMap<>();
    private final List<IssuerVerifier> verifiers = new ArrayList<>();

    Issuers(IdentityConfig config, @All List<LocalKeys> held, Vertx vertx, TlsConfigurationRegistry tls) {
        this.config = config;
        this.vertx = vertx;
        this.tls = tls;
        config.issuers().forEach((name, issuer) -> add(name, issuer, held));
    }

    Collection<IssuerVerifier> all() {
        return verifiers;
    }

    /** The issuers without whose keys this program is not ready, by name. */
    Map<String, KeyRing> awaited() {
        return awaited;
    }

    private void add(String name, IdentityConfig.Issuer issuer, List<LocalKeys> held) {
        if (!ROLES.contains(issuer.role())) {
            throw new IllegalStateException("siren.identity.issuers." + name + ".role must be one of " + ROLES);
        }
        KeyRing keys = held.stream()
                .filter(local -> local.issuerName().equals(name))
                .<KeyRing>map(HeldKeys::new)
                .findFirst()
                .orElseGet(() -> fetched(name, issuer));
        verifiers.add(new IssuerVerifier(name, issuer, keys));
        if (issuer.awaited()) {
            awaited.put(name, keys);
        }
    }

    private KeyRing fetched(String name, IdentityConfig.Issuer issuer) {
        URI address = issuer.jwks()
                .orElseThrow(() -> new IllegalStateException("siren.identity.issuers." + name + ".jwks is missing"));
        FetchedKeys keys = new FetchedKeys(name, source(address, issuer), vertx, config);
        keys.start();
        return keys;
    }

    private KeySource source(URI address, IdentityConfig.Issuer issuer) {
        return switch (String.valueOf(address.getScheme())) {
            case "file" -> new FileKeySource(vertx, Path.of(address));
            case "http", "https" -> new HttpKeySource(vertx, address, issuer.tokenFile(), trust(issuer));
            default -> throw new IllegalStateException("jwks must be http:, https: or file:, not " + address);
        };
    }

    private Optional<TlsConfiguration> trust(IdentityConfig.Issuer issuer) {
        return issuer.tls()
                .map(name -> tls.get(name)
                        .orElseThrow(() -> new IllegalStateException("quarkus.tls." + name + " is missing")));
    }
}
