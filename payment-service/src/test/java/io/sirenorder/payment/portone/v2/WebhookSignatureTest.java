package io.sirenorder.payment.portone.v2;

import static io.sirenorder.payment.portone.PortOneFixtures.SECOND_SECRET;
import static io.sirenorder.payment.portone.PortOneFixtures.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.portone.sdk.server.errors.WebhookVerificationException;
import io.portone.sdk.server.webhook.WebhookVerifier;
import io.sirenorder.payment.portone.WebhookHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_714_039_200);
    private static final String BODY =
            "{\"type\":\"Transaction.Paid\",\"timestamp\":\"2024-04-25T10:00:00.000Z\",\"data\":{\"paymentId\":"
                    + "\"example-payment-id\",\"storeId\":\"store-ae356798-3d20-4969-b739-14c6b0e1a667\","
                    + "\"transactionId\":\"55451513-9763-4a7a-bb43-78a4c65be843\"}}";
    private static final WebhookHeaders GOLDEN = new WebhookHeaders(
            "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", "1714039200", "v1,r72i8AAzWXyPTDveZM2hCzX/EzPM+ZwlKiGuHNSHdnA=");

    private final WebhookSignature signature = new WebhookSignature(Duration.ofMinutes(5));

    @Test
    void the_golden_vector_is_accepted() {
        assertThat(isValid(GOLDEN, BODY, SIGNED_AT)).isTrue();
    }

    @Test
    void a_second_secret_and_a_second_signature_are_accepted_while_one_replaces_the_other() {
        List<String> rotated = List.of(SECOND_SECRET, SECRET);
        WebhookHeaders both =
                new WebhookHeaders(GOLDEN.id(), GOLDEN.timestamp(), "v1,AAAA v2,BBBB " + GOLDEN.signature());
        assertThat(signature.isValid(GOLDEN, bytes(BODY), rotated, SIGNED_AT)).isTrue();
        assertThat(isValid(both, BODY, SIGNED_AT)).isTrue();
        assertThat(signature.isValid(GOLDEN, bytes(BODY), List.of(SECOND_SECRET), SIGNED_AT))
                .isFalse();
    }

    @Test
    void five_minutes_early_or_late_are_accepted_and_a_second_more_is_not() {
        assertThat(isValid(GOLDEN, BODY, SIGNED_AT.plusSeconds(300))).isTrue();
        assertThat(isValid(GOLDEN, BODY, SIGNED_AT.minusSeconds(300))).isTrue();
        assertThat(isValid(GOLDEN, BODY, SIGNED_AT.plusSeconds(301))).isFalse();
        assertThat(isValid(GOLDEN, BODY, SIGNED_AT.minusSeconds(301))).isFalse();
    }

    @Test
    void one_more_space_in_the_body_is_refused() {
        assertThat(isValid(GOLDEN, BODY.replace(",", ", "), SIGNED_AT)).isFalse();
    }

    @Test
    void missing_foreign_or_senseless_headers_are_refused() {
        String good = GOLDEN.signature();
        assertThat(isValid(new WebhookHeaders(null, "1714039200", good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders("msg_other", "1714039200", good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), null, good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), "1714039201", good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), "soon", good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), "9".repeat(40), good), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), "1714039200", null), BODY, SIGNED_AT))
                .isFalse();
        assertThat(isValid(new WebhookHeaders(GOLDEN.id(), "1714039200", "v1a" + good.substring(2)), BODY, SIGNED_AT))
                .isFalse();
    }

    @Test
    void it_judges_two_thousand_random_webhooks_as_the_official_verifier_does() {
        WebhookVerifier official = new WebhookVerifier(SECRET);
        SplittableRandom dice = new SplittableRandom(20_240_425);
        int accepted = 0;
        for (int i = 0; i < 2_000; i++) {
            WebhookHeaders headers = anyHeaders(dice);
            String body = dice.nextInt(4) == 0 ? BODY + " " : BODY;
            boolean ours = isValid(headers, body, Instant.now());
            assertThat(ours).as("case %d: %s", i, headers).isEqualTo(isAccepted(official, headers, body));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(200, 1_800);
    }

    private static WebhookHeaders anyHeaders(SplittableRandom dice) {
        long shift = List.of(0L, 0L, 0L, -290L, 290L, -310L, 310L, -86_400L).get(dice.nextInt(8));
        String time = Long.toString(Instant.now().getEpochSecond() + shift);
        String secret = dice.nextInt(5) == 0 ? SECOND_SECRET : SECRET;
        String signed = "v1," + sign(secret, "msg_1." + time + "." + BODY);
        String signatures = List.of(
                        signed, signed, "v1,AAAA " + signed, signed + " v2,x", "v2," + signed.substring(3), "")
                .get(dice.nextInt(6));
        return new WebhookHeaders(dice.nextInt(10) == 0 ? "msg_2" : "msg_1", time, signatures);
    }

    private static boolean isAccepted(WebhookVerifier official, WebhookHeaders headers, String body) {
        try {
            official.verify(body, headers.id(), headers.signature(), headers.timestamp());
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isValid(WebhookHeaders headers, String body, Instant now) {
        return signature.isValid(headers, bytes(body), List.of(SECRET), now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
