package io.sirenorder.local.stack;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Our accounts at the simulated PortOne, the platform's and one of a store: the same on both sides, secrets of this stack alone. */
record PortOneAccount(StackOptions options) {
    private static final String STORE_ID = "store-ae356798-3d20-4969-b739-14c6b0e1a667";
    private static final String CHANNEL_KEY = "channel-key-893597d6-e62d-410f-83f9-119f530b4b11";
    private static final String V1_CODE = "imp00000001";
    private static final String V1_KEY = "siren-local";

    /** The {@code portoneMerchantCode} of stores that are paid into the account of a store's own. */
    private static final String OWN_CODE = "mapo";

    private static final String OWN_STORE_ID = "store-6f3c1a52-9d47-4c15-8a0e-5b7e2f1d9c33";

    private String secret(String name) {
        return options.state().secretText("portone-" + name);
    }

    private String webhookSecret(String name) {
        byte[] bytes = secret(name).getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** For payment-service: both versions are known, one is for new checkouts. */
    Map<String, String> environment() {
        String simulator = options.ports().url("simulator");
        return Map.ofEntries(
                Map.entry("SIREN_PORTONE_VERSION", options.portone()),
                Map.entry("SIREN_PORTONE_V2_API_URL", simulator + "/v2"),
                Map.entry("SIREN_PORTONE_V2_API_SECRET", secret("v2")),
                Map.entry("SIREN_PORTONE_V2_STORE_ID", STORE_ID),
                Map.entry("SIREN_PORTONE_V2_CHANNEL_KEY", CHANNEL_KEY),
                Map.entry("SIREN_PORTONE_V2_WEBHOOK_SECRETS", webhookSecret("webhook")),
                Map.entry("SIREN_PORTONE_V1_API_URL", simulator + "/v1"),
                Map.entry("SIREN_PORTONE_V1_IMP_KEY", V1_KEY),
                Map.entry("SIREN_PORTONE_V1_IMP_SECRET", secret("v1")),
                Map.entry("SIREN_PORTONE_V1_IMP_CODE", V1_CODE),
                Map.entry("SIREN_PORTONE_V1_CHANNEL_KEY", CHANNEL_KEY),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V2_STORE_ID", OWN_STORE_ID),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V2_API_SECRET", secret("own-v2")),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V2_CHANNEL_KEY", CHANNEL_KEY),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V2_WEBHOOK_SECRETS", webhookSecret("own-webhook")),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V1_IMP_CODE", "imp00000002"),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V1_IMP_KEY", "siren-local-mapo"),
                Map.entry("SIREN_PORTONE_ACCOUNTS__MAPO__V1_IMP_SECRET", secret("own-v1")));
    }

    /** For the simulator, which calls our front door as PortOne calls the ingress. */
    Map<String, String> simulator() {
        return Map.ofEntries(
                Map.entry(
                        "SIREN_SIMULATOR_PORT", Integer.toString(options.ports().of("simulator"))),
                Map.entry("SIREN_SIMULATOR_WEBHOOK_URL", options.ports().url("door") + "/webhooks/portone"),
                Map.entry("SIREN_SIMULATOR_WEBHOOK_SECRETS", webhookSecret("webhook")),
                Map.entry("SIREN_SIMULATOR_STORE_ID", STORE_ID),
                Map.entry("SIREN_SIMULATOR_CHANNEL_KEY", CHANNEL_KEY),
                Map.entry("SIREN_SIMULATOR_V2_API_SECRET", secret("v2")),
                Map.entry("SIREN_SIMULATOR_V1_CODE", V1_CODE),
                Map.entry("SIREN_SIMULATOR_V1_KEY", V1_KEY),
                Map.entry("SIREN_SIMULATOR_V1_SECRET", secret("v1")),
                Map.entry("SIREN_SIMULATOR_ACCOUNTS", "MAPO"),
                Map.entry("SIREN_SIMULATOR_MAPO_STORE_ID", OWN_STORE_ID),
                Map.entry("SIREN_SIMULATOR_MAPO_CHANNEL_KEY", CHANNEL_KEY),
                Map.entry("SIREN_SIMULATOR_MAPO_V2_API_SECRET", secret("own-v2")),
                Map.entry("SIREN_SIMULATOR_MAPO_WEBHOOK_SECRETS", webhookSecret("own-webhook")),
                Map.entry("SIREN_SIMULATOR_MAPO_V1_CODE", "imp00000002"),
                Map.entry("SIREN_SIMULATOR_MAPO_V1_KEY", "siren-local-mapo"),
                Map.entry("SIREN_SIMULATOR_MAPO_V1_SECRET", secret("own-v1")),
                Map.entry("SIREN_SIMULATOR_JOURNAL", options.state().portone().toString()));
    }

    JsonObject json() {
        return new JsonObject()
                .put("version", options.portone())
                .put("storeId", STORE_ID)
                .put("channelKey", CHANNEL_KEY)
                .put("webhookSecret", webhookSecret("webhook"))
                .put("ownCode", OWN_CODE)
                .put("ownStoreId", OWN_STORE_ID);
    }
}
