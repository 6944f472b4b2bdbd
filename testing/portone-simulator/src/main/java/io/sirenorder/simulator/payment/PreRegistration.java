package io.sirenorder.simulator.payment;

import io.vertx.core.json.JsonObject;

/**
 * The amount that the merchant announced before the payment window opens.
 *
 * @param account store id of the account that announced it
 */
public record PreRegistration(ApiVersion version, String account, String paymentId, long amount, String currency) {
    JsonObject toJson() {
        return new JsonObject()
                .put("version", version.name())
                .put("account", account)
                .put("paymentId", paymentId)
                .put("amount", amount)
                .put("currency", currency);
    }

    static PreRegistration fromJson(JsonObject json) {
        return new PreRegistration(
                ApiVersion.valueOf(json.getString("version")),
                json.getString("account"),
                json.getString("paymentId"),
                json.getLong("amount"),
                json.getString("currency"));
    }
}
