package io.sirenorder.simulator.payment;

import io.vertx.core.json.JsonObject;

/**
 * The charge that the buyer's device asked PortOne for.
 *
 * @param account store id of the account that takes the money
 * @param storeId the store id that the payment shows: the account's, unless a fault says otherwise
 * @param customerId the customer that the client named to V2, or null
 */
public record Purchase(
        ApiVersion version,
        String account,
        String paymentId,
        String storeId,
        String orderName,
        long amount,
        String currency,
        String customData,
        String method,
        boolean test,
        String customerId,
        String buyerEmail,
        String noticeUrl) {

    JsonObject toJson() {
        return new JsonObject()
                .put("version", version.name())
                .put("account", account)
                .put("paymentId", paymentId)
                .put("storeId", storeId)
                .put("orderName", orderName)
                .put("amount", amount)
                .put("currency", currency)
                .put("customData", customData)
                .put("method", method)
                .put("test", test)
                .put("customerId", customerId)
                .put("buyerEmail", buyerEmail)
                .put("noticeUrl", noticeUrl);
    }

    static Purchase fromJson(JsonObject json) {
        return new Purchase(
                ApiVersion.valueOf(json.getString("version")),
                json.getString("account"),
                json.getString("paymentId"),
                json.getString("storeId"),
                json.getString("orderName"),
                json.getLong("amount"),
                json.getString("currency"),
                json.getString("customData"),
                json.getString("method"),
                json.getBoolean("test"),
                json.getString("customerId"),
                json.getString("buyerEmail"),
                json.getString("noticeUrl"));
    }

    /** V1 channels are told apart by method, V2 ones by the channel's type; both call kakaopay money a point payment. */
    public boolean isEasyPay() {
        return method.equals("easypay");
    }

    public boolean isVirtualAccount() {
        return method.equals("vbank");
    }
}
