package io.sirenorder.simulator.webhook;

import java.util.List;
import java.util.Optional;

/**
 * The webhook settings of the merchant's console.
 *
 * @param url absent while no server listens
 * @param secrets one or two, in force at once
 * @param timeScale how long a minute of PortOne's waiting lasts here, as a fraction of a minute
 */
public record WebhookSettings(
        Optional<String> url,
        List<String> secrets,
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
        return new WebhookSettings(Optional.empty(), secrets, V2Body.V2024_04_25, false, false, true, 1.0);
    }

    public WebhookSettings withUrl(String other) {
        return new WebhookSettings(
                Optional.ofNullable(other), secrets, v2Body, v1Form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withSecrets(List<String> others) {
        return new WebhookSettings(url, List.copyOf(others), v2Body, v1Form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withV2Body(V2Body other) {
        return new WebhookSettings(url, secrets, other, v1Form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withV1Form(boolean form) {
        return new WebhookSettings(url, secrets, v2Body, form, v1Retries, readyEvents, timeScale);
    }

    public WebhookSettings withV1Retries(boolean retries) {
        return new WebhookSettings(url, secrets, v2Body, v1Form, retries, readyEvents, timeScale);
    }

    public WebhookSettings withReadyEvents(boolean ready) {
        return new WebhookSettings(url, secrets, v2Body, v1Form, v1Retries, ready, timeScale);
    }

    public WebhookSettings withTimeScale(double scale) {
        return new WebhookSettings(url, secrets, v2Body, v1Form, v1Retries, readyEvents, scale);
    }
}
