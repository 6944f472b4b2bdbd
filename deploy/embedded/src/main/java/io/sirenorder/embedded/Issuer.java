package io.sirenorder.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** An issuer of tokens for the local stack and for tests: signs them (RS256) and tells its public key. */
public final class Issuer {
    private static final int KEY_BITS = 2048;
    private static final Duration LIFE = Duration.ofHours(1);

    private final String url;
    private final String audience;
    private final RsaJsonWebKey key;

    private Issuer(String url, String audience, RsaJsonWebKey key) {
        this.url = url;
        this.audience = audience;
        this.key = key;
    }

    /** The issuer of that URL with a new key. */
    public static Issuer of(String url, String audience) {
        return new Issuer(url, audience, generate());
    }

    /**
     * The issuer of that URL with a key that was made before.
     *
     * @param privateKey a JSON Web Key as {@link #newKey} makes it (RFC 7517)
     */
    public static Issuer of(String url, String audience, String privateKey) {
        try {
            return new Issuer(url, audience, (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(privateKey));
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JSON Web Key of RSA", e);
        }
    }

    /** A new private key as a JSON Web Key (RFC 7517), whose id is its thumbprint (RFC 7638). */
    public static String newKey() {
        return generate().toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static RsaJsonWebKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The claim {@code iss} of its tokens. */
    public String url() {
        return url;
    }

    public String audience() {
        return audience;
    }

    /** The key with its private part, with which tests forge. */
    public RsaJsonWebKey key() {
        return key;
    }

    /** A token for an hour and for this issuer's usual audience, with claims beyond the usual ones. */
    public String token(String subject, Map<String, Object> more) {
        return token(subject, LIFE, more);
    }

    /** A token for this issuer's usual audience, with claims beyond the usual ones. */
    public String token(String subject, Duration life, Map<String, Object> more) {
        return token(audience, subject, life, more);
    }

    /** A token for another audience, which no service accepts as an access token. */
    public String token(String forAudience, String subject, Duration life, Map<String, Object> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setSubject(subject);
        claims.setAudience(List.of(forAudience));
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setExpirationTime(in(life));
        more.forEach(claims::setClaim);
        return sign(claims.toJson());
    }

    private static NumericDate in(Duration life) {
        NumericDate end = NumericDate.now();
        end.addSeconds(life.toSeconds());
        return end;
    }

    /** The claims of one of our own tokens for an audience; empty when it is another's, altered or has run out. */
    public Optional<JwtClaims> verified(String token, String forAudience) {
        try {
            return Optional.of(new JwtConsumerBuilder()
                    .setVerificationKey(key.getPublicKey())
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                    .setExpectedIssuer(url)
                    .setExpectedAudience(forAudience)
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException refused) {
            return Optional.empty();
        }
    }

    private String sign(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims);
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("signing with our own key failed", e);
        }
    }

    /** The public key as a JSON Web Key Set, as verifiers load it. */
    public String keySet() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
