package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The simulated PortOne, from the buyer's side and from its console. */
public record PortOne(Api api) {

    /** Pays a checkout in full on the live channel, as the client SDK does. */
    public Answer pay(Answer checkout) {
        return pay(checkout, Map.of());
    }

    /** The same with some of the call's fields replaced: {@code amount}, {@code currency}, {@code channel}, ... */
    public Answer pay(Answer checkout, Map<String, Object> replaced) {
        JsonNode portone = checkout.body().path("portone");
        Map<String, Object> call = new HashMap<>(Map.of(
                "version", portone.path("version").asText(),
                "storeId", portone.path("storeId").asText(),
                "paymentId", portone.path("paymentId").asText(),
                "amount", checkout.number("amountKrw"),
                "customData", portone.path("customData")));
        if (portone.path("customerId").isTextual()) {
            call.put("customerId", portone.path("customerId").asText());
        }
        call.putAll(replaced);
        return api.post("/sim/pay", call);
    }

    /** PortOne's own view. */
    public JsonNode payment(String paymentId) {
        return api.get("/sim/payments/" + paymentId).expect(200).body();
    }

    /** The sum of a payment's cancellations, in won. */
    public long refunded(String paymentId) {
        long sum = 0;
        for (JsonNode cancellation : payment(paymentId).path("cancellations")) {
            sum += cancellation.path("amount").asLong();
        }
        return sum;
    }
}
