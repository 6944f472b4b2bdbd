package io.sirenorder.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * The unverified content of a token, which only selects the issuer and the key to verify it with.
 *
 * @param keyId never null
 */
record UncheckedToken(String text, String issuer, String keyId) {
    private static final int LONGEST = 8_192;
    /** An identity or refresh token of the same issuer, where it says that it is one, is no access token. */
    private static final Set<String> TYPES = Set.of("", "jwt", "at+jwt");

    private static final Set<String> CLAIMED_TYPES = Set.of("", "bearer", "jwt", "at+jwt");
    private static final Set<String> CLAIMED_USES = Set.of("", "access");

    static UncheckedToken parse(String jwt) {
        if (jwt == null || jwt.length() > LONGEST) {
            throw new TokenRefused("no token, or too long a one");
        }
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new TokenRefused("not a signed token");
        }
        JsonNode header = json(parts[0]);
        if (!TYPES.contains(header.path("typ").asText("").toLowerCase(Locale.ROOT))) {
            throw new TokenRefused("another type of token");
        }
        JsonNode claims = json(parts[1]);
        if (!isForAccess(claims)) {
            throw new TokenRefused("a token for another use");
        }
        return new UncheckedToken(jwt, text(claims, "iss"), text(header, "kid"));
    }

    /** Keycloak tells the use in the claim {@code typ} ({@code ID}, {@code Refresh}), Cognito in {@code token_use}. */
    private static boolean isForAccess(JsonNode claims) {
        return CLAIMED_TYPES.contains(claims.path("typ").asText("").toLowerCase(Locale.ROOT))
                && CLAIMED_USES.contains(claims.path("token_use").asText("").toLowerCase(Locale.ROOT));
    }

    private static JsonNode json(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Tolerant.mapper().readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new TokenRefused("garbage");
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new TokenRefused("no " + name);
        }
        return value.textValue();
    }
}
