package io.sirenorder.payment.portone;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses to start without credentials for new checkouts, with secrets that can be guessed, and with two accounts that a
 * payment could not be told apart by.
 */
@Singleton
@Startup
class Credentials {
    private static final int SHORTEST = 16;
    private static final int FEWEST_DIFFERENT = 8;

    Credentials(PortOneConfig config) {
        require(config.knows(config.version()), "siren.portone." + config.version() + " has no credentials");
        boolean hasSecrets = config.v2().webhookSecrets().isPresent()
                || config.v2().webhookSecretsFile().isPresent();
        require(!config.knows(PortOneVersion.V2) || hasSecrets, "siren.portone.v2.webhook-secrets is not set");
        requireStrong("siren.portone.v2.api-secret", config.v2().apiSecret());
        requireStrong("siren.portone.v1.imp-secret", config.v1().impSecret());
        config.v2()
                .webhookSecrets()
                .orElse(List.of())
                .forEach(secret -> requireStrong("siren.portone.v2.webhook-secrets", Optional.of(secret)));
        config.accounts().forEach((code, own) -> check(config, code, own));
        requireDistinct(config);
    }

    private static void check(PortOneConfig config, String code, OwnAccountConfig own) {
        String key = "siren.portone.accounts.\"" + code + "\"";
        require(!code.equals(PortOneAccount.PLATFORM), key + " is the name of siren.portone.v1 and v2");
        require(own.v2().isPresent() || own.v1().isPresent(), key + " has no credentials");
        own.v2().ifPresent(v2 -> check(config, key + ".v2", v2));
        own.v1().ifPresent(v1 -> check(config, key + ".v1", v1));
    }

    private static void check(PortOneConfig config, String key, OwnAccountConfig.V2 v2) {
        boolean hasSecret = v2.apiSecret().isPresent() || v2.apiSecretFile().isPresent();
        require(hasSecret || config.knows(PortOneVersion.V2), key + ".api-secret is not set, nor is the platform's");
        boolean hasWebhookSecrets =
                v2.webhookSecrets().isPresent() || v2.webhookSecretsFile().isPresent();
        require(hasWebhookSecrets, key + ".webhook-secrets is not set");
        requireStrong(key + ".api-secret", v2.apiSecret());
        v2.webhookSecrets()
                .orElse(List.of())
                .forEach(secret -> requireStrong(key + ".webhook-secrets", Optional.of(secret)));
    }

    private static void check(PortOneConfig config, String key, OwnAccountConfig.V1 v1) {
        boolean hasSecret = v1.impSecret().isPresent() || v1.impSecretFile().isPresent();
        require(v1.impKey().isPresent() == hasSecret, key + ".imp-key and imp-secret belong together");
        boolean isBelow = v1.tier().isPresent() && config.knows(PortOneVersion.V1);
        require(hasSecret || isBelow, key + " has neither a key nor a tier below the platform's");
        requireStrong(key + ".imp-secret", v1.impSecret());
    }

    private static void requireDistinct(PortOneConfig config) {
        Set<String> stores = new HashSet<>(config.v2().storeId().stream().toList());
        config.accounts().values().stream()
                .flatMap(own -> own.v2().stream())
                .forEach(v2 -> require(stores.add(v2.storeId()), "two accounts have the store id " + v2.storeId()));
    }

    /** Secrets are PortOne's own; one that is this short is a typing error or a sample. */
    private static void requireStrong(String key, Optional<String> secret) {
        boolean isStrong = secret.map(text ->
                        text.length() >= SHORTEST && text.chars().distinct().count() >= FEWEST_DIFFERENT)
                .orElse(true);
        require(isStrong, key + " is too short to be PortOne's");
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalStateException(otherwise);
        }
    }
}
