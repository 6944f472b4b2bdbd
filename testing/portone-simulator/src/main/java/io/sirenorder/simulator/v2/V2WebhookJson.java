package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.webhook.Receipt;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Webhooks with what was sent and answered, in V2's shapes; what is absent is left out. */
final class V2WebhookJson {
    private V2WebhookJson() {}

    static JsonArray of(List<Webhook> webhooks) {
        JsonArray list = new JsonArray();
        webhooks.forEach(webhook -> list.add(of(webhook)));
        return list;
    }

    static JsonObject of(Webhook webhook) {
        JsonObject json = new JsonObject()
                .put("paymentStatus", webhook.paymentStatus().name())
                .put("id", webhook.id())
                .put("status", webhook.status())
                .put("url", webhook.url())
                .put("isAsync", false)
                .put("currentExecutionCount", webhook.tries())
                .put("maxExecutionCount", webhook.maxTries())
                .put("triggeredAt", V2Json.time(webhook.triggeredAt()));
        if (webhook.trigger() != null) {
            json.put("trigger", webhook.trigger());
        }
        if (webhook.requestedAt() != null) {
            json.put("request", request(webhook));
        }
        return webhook.receipt() == null ? json : json.put("response", response(webhook));
    }

    private static JsonObject request(Webhook webhook) {
        return new JsonObject()
                .put("header", new JsonObject().mergeIn(headers(webhook)).encode())
                .put("body", webhook.body())
                .put("requestedAt", V2Json.time(webhook.requestedAt()));
    }

    private static JsonObject headers(Webhook webhook) {
        JsonObject headers = new JsonObject();
        webhook.headers().forEach(headers::put);
        return headers;
    }

    private static JsonObject response(Webhook webhook) {
        Receipt receipt = webhook.receipt();
        JsonObject json =
                new JsonObject().put("body", receipt.body()).put("respondedAt", V2Json.time(webhook.respondedAt()));
        return receipt.status() == 0 ? json : json.put("code", Integer.toString(receipt.status()));
    }
}
