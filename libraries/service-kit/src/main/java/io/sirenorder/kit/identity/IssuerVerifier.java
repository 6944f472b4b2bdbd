package io.sirenorder.kit.identity;

import io.sirenorder.kit.problem.NeighbourUnavailable;
import java.security.Key;
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

/** Verifies the tokens of one issuer: by its keys, RS256 alone, for our audience, within their dates. */
final class IssuerVerifier {
    private static final int SKEW_SECONDS = 5;
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
                .setExpectedAudience(true, config.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, nesting) -> key(signature.getKeyIdHeaderValue()))
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

    /** Of a service account only the name, and only of our own namespace. */
    private String subject(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        if (config.namespace().isEmpty()) {
            return subject;
        }
        Matcher account = SERVICE_ACCOUNT.matcher(subject);
        if (!account.matches() || !account.group(1).equals(config.namespace().get())) {
            throw new TokenRefused(name + ": another namespace");
        }
        return account.group(2);
    }

    private Key key(String id) throws UnresolvableKeyException {
        Key key = id == null ? null : keys.find(id);
        if (key == null) {
            throw new UnresolvableKeyException("unknown key id");
        }
        return key;
    }
}
