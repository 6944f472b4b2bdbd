package io.sirenorder.payment.portone;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Refuses to start where new checkouts could not be paid, or no webhook believed. */
@Singleton
@Startup
class Credentials {
    Credentials(PortOneConfig config) {
        require(config.knows(config.version()), "siren.portone." + config.version() + " has no credentials");
        boolean hasSecrets = config.v2().webhookSecrets().isPresent()
                || config.v2().webhookSecretsFile().isPresent();
        require(!config.knows(PortOneVersion.V2) || hasSecrets, "siren.portone.v2.webhook-secrets is not set");
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalStateException(otherwise);
        }
    }
}
