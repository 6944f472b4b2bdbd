package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as PortOne sends it, or as a forger would (Standard Webhooks). */
record Webhook(Stack stack, String id, String body) {

    static Webhook paid(Stack stack, String paymentId) {
        ObjectNode body = Json.object().put("type", "Transaction.Paid").put("timestamp", "2026-01-01T00:00:00.000Z");
        body.set(
                "data",
                Json.of(Map.of(
                        "storeId", stack.portoneStoreId(),
                        "paymentId", paymentId,
                        "transactionId", UUID.randomUUID().toString())));
        return of(stack, body.toString());
    }

    static Webhook of(Stack stack, String body) {
        return new Webhook(stack, "msg_" + UUID.randomUUID(), body);
    }

    CompletableFuture<Answer> sendAsync() {
        Instant now = Instant.now();
        return signed(now, sign(stack.webhookSecret(), now, body)).callAsync("POST", "/webhooks/portone", body);
    }

    Answer unsigned() {
        return stack.api().post("/webhooks/portone", body);
    }

    Answer signedBy(String secret) {
        Instant now = Instant.now();
        return signed(now, sign(secret, now, body)).post("/webhooks/portone", body);
    }

    Answer at(Instant when) {
        return signed(when, sign(stack.webhookSecret(), when, body)).post("/webhooks/portone", body);
    }

    /** One added space is another body. */
    Answer tampered() {
        Instant now = Instant.now();
        return signed(now, sign(stack.webhookSecret(), now, body)).post("/webhooks/portone", body + " ");
    }

    private Api signed(Instant when, String signature) {
        return stack.api()
                .with("webhook-id", id)
                .with("webhook-timestamp", Long.toString(when.getEpochSecond()))
                .with("webhook-signature", signature);
    }

    private String sign(String secret, Instant when, String signedBody) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String text = id + "." + when.getEpochSecond() + "." + signedBody;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
