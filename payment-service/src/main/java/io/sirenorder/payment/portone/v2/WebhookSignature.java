package io.sirenorder.payment.portone.v2;

import io.sirenorder.kit.digest.Digests;
import io.sirenorder.payment.portone.WebhookHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Standard Webhooks: HMAC-SHA256 over id, time and the raw body, by any of the secrets that hold now. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final Duration tolerance;

    WebhookSignature(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /** Whether one of the secrets signed exactly these bytes, not long ago. */
    boolean isValid(WebhookHeaders headers, byte[] body, List<String> secrets, Instant now) {
        return headers.areComplete()
                && isFresh(headers.timestamp(), now)
                && secrets.stream().anyMatch(secret -> isSigned(headers, body, secret));
    }

    private boolean isFresh(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return off.compareTo(tolerance) <= 0;
    }

    private static boolean isSigned(WebhookHeaders headers, byte[] body, String secret) {
        byte[] expected = sign(headers, body, secret);
        boolean match = false;
        for (String each : headers.signature().split(" ", -1)) {
            match |= each.startsWith(VERSION)
                    && Digests.areEqual(
                            expected, each.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII));
        }
        return match;
    }

    private static byte[] sign(WebhookHeaders headers, byte[] body, String secret) {
        byte[] head = (headers.id() + "." + headers.timestamp() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] key = Base64.getDecoder().decode(bare(secret));
        return Base64.getEncoder().encode(Digests.hmacSha256(key, head, body));
    }

    private static String bare(String secret) {
        return secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    }
}
