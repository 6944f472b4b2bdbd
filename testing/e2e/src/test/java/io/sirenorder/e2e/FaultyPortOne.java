package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.PortOne;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulated PortOne with its fault knobs. */
public record FaultyPortOne(PortOne honest) {

    FaultyPortOne(Api api) {
        this(new PortOne(api));
    }

    public Answer pay(Answer checkout) {
        return honest.pay(checkout);
    }

    public JsonNode payment(String paymentId) {
        return honest.payment(paymentId);
    }

    public long refunded(String paymentId) {
        return honest.refunded(paymentId);
    }

    /** PortOne will have taken another amount than the one that was asked for. */
    void forgeAmount(String paymentId, long amount) {
        fault("amount-differs", Map.of("paymentId", paymentId, "amount", amount));
    }

    /** No webhook of this payment will be sent. */
    public void loseWebhooks(String paymentId) {
        fault("webhook-never", Map.of("paymentId", paymentId));
    }

    /** An operator gives all the money back by hand. */
    void cancelInConsole(String paymentId) {
        honest.api()
                .post("/sim/payments/" + paymentId + "/cancel", Map.of("trigger", "CONSOLE"))
                .expect(200);
    }

    /** An operator gives a part of the money back by hand. */
    void cancelInConsole(String paymentId, long amount) {
        honest.api()
                .post("/sim/payments/" + paymentId + "/cancel", Map.of("trigger", "CONSOLE", "amount", amount))
                .expect(200);
    }

    /** Has the payment service provider refuse each refund of this payment, by its code F113. */
    public void refuseRefunds(String paymentId) {
        fault("pg-error", Map.of("paymentId", paymentId, "at", "v2.cancel"));
    }

    void goDown() {
        fault("down", Map.of());
    }

    public void comeBack() {
        honest.api().delete("/sim/faults");
    }

    private void fault(String name, Map<String, Object> details) {
        Map<String, Object> rule = new HashMap<>(details);
        rule.put("fault", name);
        honest.api().put("/sim/faults", Map.of("rules", List.of(rule))).expect(200);
    }
}
