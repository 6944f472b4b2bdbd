package io.sirenorder.kit.identity;

import java.time.Instant;
import java.util.Map;

/**
 * What a token says, after its signature and its dates were checked; never the token itself.
 *
 * @param issuerName our name for who signed it
 * @param issuer its {@code iss}
 * @param role what its bearer is here
 */
public record VerifiedToken(
        String issuerName, String issuer, String role, String subject, Instant expiresAt, Map<String, Object> claims) {

    /** A claim that is a text, or null. */
    public String text(String claim) {
        return claims.get(claim) instanceof String value ? value : null;
    }

    public boolean isTrue(String claim) {
        return Boolean.TRUE.equals(claims.get(claim));
    }
}
