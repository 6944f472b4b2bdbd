package io.sirenorder.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An issuer of tokens whose keys lie in a file. */
public final class TestIssuer {
    private static final int KEY_BITS = 2_048;
    private static final Duration LIFE = Duration.ofHours(1);

    private final String name;
    private final String audience;
    private final RsaJsonWebKey key;

    private TestIssuer(String name, String audience, RsaJsonWebKey key) {
        this.name = name;
        this.audience = audience;
        this.key = key;
    }

    static TestIssuer create(String name, String audience) {
        return new TestIssuer(name, audience, newKey(name + "-1"));
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId(id);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The claim {@code iss}. */
    public String issuer() {
        return "https://" + name + ".test";
    }

    public String audience() {
        return audience;
    }

    public RsaJsonWebKey key() {
        return key;
    }

    /** A good token for an hour. */
    public String token(String subject, Map<String, Object> claims) {
        JwtClaimsBuilder token =
                Jwt.issuer(issuer()).subject(subject).audience(audience).expiresIn(LIFE);
        claims.forEach(token::claim);
        return token.jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    void writeKeys(Path file) {
        String keys = "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
        try {
            Files.writeString(file, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
