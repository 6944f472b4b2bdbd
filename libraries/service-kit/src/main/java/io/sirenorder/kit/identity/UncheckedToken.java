package io.sirenorder.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * What a token claims about itself, of which nothing is believed yet; it only tells whose keys to try.
 *
 * @param keyId never null
 */
record UncheckedToken(String text, String issuer, String keyId) {
    private static final int LONGEST = 8_192;
    /** An identity or refresh token of the same issuer, where it says that it is one, is no access token. */
    private static final Set<String> TYPES = Set.of("", "jwt", "at+jwt");

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
        return new UncheckedToken(jwt, text(json(parts[1]), "iss"), text(header, "kid"));
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
