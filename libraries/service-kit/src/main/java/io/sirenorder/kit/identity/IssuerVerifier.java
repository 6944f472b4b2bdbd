package io.sirenorder.kit.identity;

import io.sirenorder.kit.problem.NeighbourUnavailable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies the tokens of one issuer: by its keys, RS256 or ES256, for our audience, within their dates. */
final class IssuerVerifier {
    private static final int SKEW_SECONDS = 5;
    /** The expiry bounds a token's life; only an issue in the future is refused here. */
    private static final int LONGEST_AGE_SECONDS = Integer.MAX_VALUE;

    private static final Pattern SERVICE_ACCOUNT = Pattern.compile("system:serviceaccount:([a-z0-9-]+):([a-z0-9-]+)");

    private final String name;
    private final IdentityConfig.Issuer config;
    private final KeyRing keys;
    private final JwtConsumer consumer;

    IssuerVerifier(String name, IdentityConfig.Issuer config, KeyRing keys) {
        this.name = name;
        this.config = config;
        this.keys = keys;
        consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(true, config.issuer())
                .setExpectedAudience(true, config.audience().toArray(String[]::new))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, LONGEST_AGE_SECONDS)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver((signature, nesting) -> requiredKey(signature.getKeyIdHeaderValue()))
                .build();
    }

    String issuer() {
        return config.issuer();
    }

    VerifiedToken verify(UncheckedToken token) {
        if (!keys.isLoaded()) {
            throw new NeighbourUnavailable();
        }
        try {
            JwtClaims claims = consumer.processToClaims(token.text());
            Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return new VerifiedToken(
                    name, config.issuer(), config.role(), subject(claims), expiry, Map.copyOf(claims.getClaimsMap()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new TokenRefused(name + ": " + e.getClass().getSimpleName());
        }
    }

    /** The subject; of a service account only the service's name, and only in this program's own namespace. */
    private String subject(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        if (subject.isBlank()) {
            throw new TokenRefused(name + ": no subject");
        }
        if (config.namespace().isEmpty()) {
            return subject;
        }
        Matcher account = SERVICE_ACCOUNT.matcher(subject);
        if (!account.matches() || !account.group(1).equals(config.namespace().get())) {
            throw new TokenRefused(name + ": another namespace");
        }
        return account.group(2).replaceFirst("^notification-|-service$", "");
    }

    /** The key of that id, or null. */
    PublicKey key(String id) {
        return keys.find(id);
    }

    private PublicKey requiredKey(String id) throws UnresolvableKeyException {
        PublicKey key = id == null ? null : key(id);
        if (key == null) {
            throw new UnresolvableKeyException("unknown key id");
        }
        return key;
    }
}
