package io.sirenorder.payment.portone;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Refuses to start without credentials for new checkouts, and with secrets that can be guessed. */
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
