package io.sirenorder.local.identity;

import io.sirenorder.local.process.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Signs tokens (RS256) with a key that lies in the state directory and outlives the run. */
public final class Issuer {
    private static final int KEY_BITS = 2048;

    private final String url;
    private final String audience;
    private final PublicJsonWebKey key;

    private Issuer(String url, String audience, PublicJsonWebKey key) {
        this.url = url;
        this.audience = audience;
        this.key = key;
    }

    /** The issuer of that URL, with the key in the file, which is made if there is none. */
    public static Issuer of(String url, String audience, Path keyFile) {
        try {
            if (!Files.exists(keyFile)) {
                TextFile.write(keyFile, newKey().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new Issuer(url, audience, PublicJsonWebKey.Factory.newPublicJwk(TextFile.read(keyFile)));
        } catch (JoseException e) {
            throw new IllegalStateException("not a key: " + keyFile, e);
        }
    }

    private static PublicJsonWebKey newKey() throws JoseException {
        PublicJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key;
    }

    public String url() {
        return url;
    }

    public String audience() {
        return audience;
    }

    /** A token for this issuer's usual audience, with claims beyond the usual ones. */
    public String token(String subject, Duration life, Map<String, Object> more) {
        return token(audience, subject, life, more);
    }

    /** A token for another audience, which no service accepts as an access token. */
    String token(String forAudience, String subject, Duration life, Map<String, Object> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setSubject(subject);
        claims.setAudience(List.of(forAudience));
        claims.setIssuedAtToNow();
        claims.setGeneratedJwtId();
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(Instant.now().plus(life).toEpochMilli()));
        more.forEach(claims::setClaim);
        return sign(claims.toJson());
    }

    /** The claims of one of our own tokens for an audience; empty when it is another's, altered or has run out. */
    Optional<JwtClaims> verified(String token, String forAudience) {
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

    /** The public key, as verifiers load it. */
    String keySet() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
