package io.sirenorder.simulator.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The webhook settings of the merchant's console.
 *
 * @param url absent while no server listens
 * @param secrets of the first account: one or two, in force at once
 * @param ownSecrets of other accounts, by their store ids
 * @param timeScale how long a minute of PortOne's waiting lasts here, as a fraction of a minute
 */
public record WebhookSettings(
        Optional<String> url,
        List<String> secrets,
        Map<String, List<String>> ownSecrets,
        V2Body v2Body,
        boolean v1Form,
        boolean v1Retries,
        boolean readyEvents,
        double timeScale) {

    /** The body versions of V2 webhooks. */
    public enum V2Body {
        V2024_04_25,
        V2024_01_01_JSON,
        V2024_01_01_FORM
    }

    public static WebhookSettings sample() {
        List<String> secrets = List.of("whsec_pzQGE83cSIRKM4/WH5QY+g==");
        return new WebhookSettings(Optional.empty(), secrets, Map.of(), V2Body.V2024_04_25, false, false, true, 1.0);
    }

    public WebhookSettings withUrl(String other) {
        return new WebhookSettings(
                Optional.ofNullable(other), secrets, ownSecrets, v2Body, v1Form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withSecrets(List<String> others) {
        return new WebhookSettings(
                url, List.copyOf(others), ownSecrets, v2Body, v1Form, v1Retries, readyEvents, timeScale);
    }

    /** Secrets of one more account. */
    public WebhookSettings withSecretsOf(String account, List<String> others) {
        Map<String, List<String>> changed = new HashMap<>(ownSecrets);
        changed.put(account, List.copyOf(others));
        return new WebhookSettings(
                url, secrets, Map.copyOf(changed), v2Body, v1Form, v1Retries, readyEvents, timeScale);
    }

    /** Secrets that sign for the account with this store id. */
    List<String> secretsOf(String account) {
        return ownSecrets.getOrDefault(account, secrets);
    }

    public WebhookSettings withV2Body(V2Body other) {
        return new WebhookSettings(url, secrets, ownSecrets, other, v1Form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withV1Form(boolean form) {
        return new WebhookSettings(url, secrets, ownSecrets, v2Body, form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withV1Retries(boolean retries) {
        return new WebhookSettings(url, secrets, ownSecrets, v2Body, v1Form, retries, readyEvents, timeScale);
    }

    public WebhookSettings withReadyEvents(boolean ready) {
        return new WebhookSettings(url, secrets, ownSecrets, v2Body, v1Form, v1Retries, ready, timeScale);
    }

    public WebhookSettings withTimeScale(double scale) {
        return new WebhookSettings(url, secrets, ownSecrets, v2Body, v1Form, v1Retries, readyEvents, scale);
    }
}
