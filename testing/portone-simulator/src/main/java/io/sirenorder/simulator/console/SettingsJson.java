package io.sirenorder.simulator.console;

import io.sirenorder.simulator.webhook.WebhookSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The console's page for webhooks: address, secrets, body version. */
final class SettingsJson {
    private SettingsJson() {}

    static JsonObject of(WebhookSettings settings) {
        return new JsonObject()
                .put("url", settings.url().orElse(null))
                .put("secrets", new JsonArray(settings.secrets()))
                .put("v2Body", settings.v2Body().name())
                .put("v1Form", settings.v1Form())
                .put("v1Retries", settings.v1Retries())
                .put("readyEvents", settings.readyEvents())
                .put("timeScale", settings.timeScale());
    }

    /** Changes the named fields; {@code secrets} rotates: the list is in force at once, for later tries too. */
    static WebhookSettings changed(WebhookSettings settings, JsonObject change) {
        return settings.withUrl(change.getString("url", settings.url().orElse(null)))
                .withSecrets(secrets(settings, change))
                .withV2Body(WebhookSettings.V2Body.valueOf(
                        change.getString("v2Body", settings.v2Body().name())))
                .withV1Form(change.getBoolean("v1Form", settings.v1Form()))
                .withV1Retries(change.getBoolean("v1Retries", settings.v1Retries()))
                .withReadyEvents(change.getBoolean("readyEvents", settings.readyEvents()))
                .withTimeScale(change.getDouble("timeScale", settings.timeScale()));
    }

    private static List<String> secrets(WebhookSettings settings, JsonObject change) {
        JsonArray secrets = change.getJsonArray("secrets");
        if (secrets == null) {
            return settings.secrets();
        }
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException("PortOne keeps one or two secrets in force");
        }
        return secrets.stream().map(String.class::cast).toList();
    }
}
