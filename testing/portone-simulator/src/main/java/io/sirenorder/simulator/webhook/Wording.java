package io.sirenorder.simulator.webhook;

import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.PaymentChanged;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Bodies of webhooks, in V1's and in both of V2's body versions. */
final class Wording {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Wording() {}

    static Webhook.Content of(PaymentChanged event, WebhookSettings settings, Instant now) {
        if (event.attempt().purchase().version() == ApiVersion.V1) {
            return content(event.attempt().status().v1(), v1(event), settings.v1Form());
        }
        String name = event.change().wireName();
        return switch (settings.v2Body()) {
            case V2024_04_25 -> content("Transaction." + name, v2(event, "Transaction." + name, now), false);
            case V2024_01_01_JSON -> content(name, v2Before(event), false);
            case V2024_01_01_FORM -> content(name, v2Before(event), true);
        };
    }

    private static Webhook.Content content(String type, JsonObject body, boolean form) {
        return new Webhook.Content(type, form ? FORM : JSON, form ? encoded(body) : body.encode());
    }

    private static JsonObject v1(PaymentChanged event) {
        Attempt attempt = event.attempt();
        JsonObject body = new JsonObject()
                .put("imp_uid", attempt.transactionId())
                .put("merchant_uid", attempt.paymentId())
                .put("status", attempt.status().v1());
        return event.cancellationId() == null ? body : body.put("cancellation_id", event.cancellationId());
    }

    private static JsonObject v2(PaymentChanged event, String type, Instant now) {
        Attempt attempt = event.attempt();
        JsonObject data = new JsonObject()
                .put("paymentId", attempt.paymentId())
                .put("storeId", attempt.purchase().storeId())
                .put("transactionId", attempt.transactionId());
        if (event.cancellationId() != null) {
            data.put("cancellationId", event.cancellationId());
        }
        return new JsonObject()
                .put("type", type)
                .put("timestamp", MILLIS.format(now))
                .put("data", data);
    }

    private static JsonObject v2Before(PaymentChanged event) {
        return new JsonObject()
                .put("payment_id", event.attempt().paymentId())
                .put("tx_id", event.attempt().transactionId())
                .put("status", event.change().wireName());
    }

    private static String encoded(JsonObject body) {
        return body.stream()
                .map(field ->
                        field.getKey() + "=" + URLEncoder.encode((String) field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Webhook.Content ofUnknownType(Webhook.Content known) {
        String type = "Transaction.NobodyKnowsYet";
        return new Webhook.Content(type, known.mediaType(), known.body().replace(known.type(), type));
    }

    static Webhook.Content withExtraFields(Webhook.Content plain) {
        String body = plain.mediaType().equals(FORM)
                ? plain.body() + "&a_field_of_tomorrow=1"
                : new JsonObject(plain.body())
                        .put("aFieldOfTomorrow", new JsonObject().put("nested", true))
                        .encode();
        return new Webhook.Content(plain.type(), plain.mediaType(), body);
    }
}
