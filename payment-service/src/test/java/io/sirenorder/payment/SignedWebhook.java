package io.sirenorder.payment;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as PortOne signs it, sent by hand. */
public record SignedWebhook(String id, Instant at, String secret, String body) {
    public static final String SECRET = "whsec_pzQGE83cSIRKM4/WH5QY+g==";

    public static SignedWebhook paid(String paymentId, String id) {
        String body =
                "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2024-04-25T10:00:00.000Z\",\"data\":{\"paymentId\":\""
                        + paymentId + "\",\"storeId\":\"store-1\",\"transactionId\":\"any\"}}";
        return new SignedWebhook(id, Instant.now(), SECRET, body);
    }

    /** About a payment of this store at PortOne. */
    public SignedWebhook ofStore(String storeId) {
        return saying(body.replace("store-1", storeId));
    }

    public SignedWebhook at(Instant other) {
        return new SignedWebhook(id, other, secret, body);
    }

    public SignedWebhook signedWith(String other) {
        return new SignedWebhook(id, at, other, body);
    }

    public SignedWebhook saying(String other) {
        return new SignedWebhook(id, at, secret, other);
    }

    /** The status that it is answered with. */
    public int send() {
        return send(body);
    }

    /** With another body than was signed. */
    public int send(String other) {
        String time = Long.toString(at.getEpochSecond());
        return given().header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + signature(time))
                .contentType("application/json")
                .body(other.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/portone")
                .statusCode();
    }

    private String signature(String time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
