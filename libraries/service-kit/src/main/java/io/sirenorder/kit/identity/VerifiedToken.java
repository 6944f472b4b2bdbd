package io.sirenorder.kit.identity;

import java.time.Instant;
import java.util.Map;

/**
 * The claims of a token whose signature and dates were checked; never the token itself.
 *
 * @param issuerName the name of its issuer in {@code siren.identity.issuers}
 * @param issuer its {@code iss}
 * @param role what its bearer is here
 */
public record VerifiedToken(
        String issuerName, String issuer, String role, String subject, Instant expiresAt, Map<String, Object> claims) {

    /** Time of issue, in whole seconds; the beginning of time for a token without {@code iat}. */
    public Instant issuedAt() {
        return claims.get("iat") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.EPOCH;
    }

    /** A claim that is a text, or null. */
    public String text(String claim) {
        return claims.get(claim) instanceof String value ? value : null;
    }

    public boolean isTrue(String claim) {
        return Boolean.TRUE.equals(claims.get(claim));
    }
}
