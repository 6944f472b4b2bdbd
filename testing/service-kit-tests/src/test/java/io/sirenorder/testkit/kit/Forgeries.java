package io.sirenorder.testkit.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sirenorder.testkit.TestIssuers;
import io.sirenorder.testkit.Tokens;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that are nearly a buyer's. */
final class Forgeries {
    private static final RsaJsonWebKey BUYERS = TestIssuers.BUYERS.key();

    private Forgeries() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("unknown issuer", signed(c -> c.setIssuer("https://evil.test")));
        all.put("issuer missing", signed(c -> c.unsetClaim("iss")));
        all.put("issuer a number", signed(c -> c.setClaim("iss", 5)));
        all.put("issuer null", signed(c -> c.setClaim("iss", null)));
        all.put("issuer with a slash more", signed(c -> c.setIssuer(TestIssuers.BUYERS.url() + "/")));
        all.put("no audience", signed(c -> c.unsetClaim("aud")));
        all.put("another audience", signed(c -> c.setAudience("siren-internal")));
        all.put("no subject", signed(c -> c.unsetClaim("sub")));
        all.put("expired", signed(c -> c.setExpirationTime(in(-6))));
        all.put("an empty subject", signed(c -> c.setSubject("")));
        all.put("a blank subject", signed(c -> c.setSubject(" ")));
        all.put("issued in an hour", signed(c -> c.setIssuedAt(in(3_600))));
        all.put("an identity token by claim", signed(c -> c.setClaim("typ", "ID")));
        all.put("a refresh token by claim", signed(c -> c.setClaim("typ", "Refresh")));
        all.put("an identity token by use", signed(c -> c.setClaim("token_use", "id")));
        all.put("no expiry", signed(c -> c.unsetClaim("exp")));
        all.put("expiry a text", signed(c -> c.setClaim("exp", "tomorrow")));
        all.put("no issue time", signed(c -> c.unsetClaim("iat")));
        all.put("not yet valid", signed(c -> c.setNotBefore(in(60))));
        all.put("no algorithm", unsigned());
        all.put("the public key as a secret", hmac(BUYERS.getKeyId()));
        all.put("the public key as a secret, without key id", hmac(null));
        all.put("another algorithm", sign(claims(), "RS512", BUYERS.getPrivateKey(), BUYERS.getKeyId()));
        all.put("unknown key id", sign(claims(), "RS256", BUYERS.getPrivateKey(), "unknown"));
        all.put("no key id", sign(claims(), "RS256", BUYERS.getPrivateKey(), null));
        all.put("a known key id, another key", sign(claims(), "RS256", strangersKey(), BUYERS.getKeyId()));
        all.put(
                "another issuer's key",
                sign(
                        claims(),
                        "RS256",
                        TestIssuers.MERCHANTS.key().getPrivateKey(),
                        TestIssuers.MERCHANTS.key().getKeyId()));
        all.put("an identity token", typed("id+jwt"));
        all.put("a changed claim", changed());
        all.put("no signature", Tokens.buyer("kim").replaceAll("[^.]*$", ""));
        all.put("garbage", "garbage");
        all.put("three dots", "a.b.c");
        all.put("endless", "a".repeat(9_000) + ".b.c");
        return all;
    }

    /** A token of that issuer. */
    static String by(String issuer) {
        return signed(claims -> claims.setIssuer(issuer));
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(TestIssuers.BUYERS.url());
        claims.setAudience(TestIssuers.BUYERS.audience());
        claims.setSubject("kim");
        claims.setIssuedAt(in(0));
        claims.setExpirationTime(in(600));
        return claims;
    }

    private static NumericDate in(int seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }

    private static String signed(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return sign(claims, "RS256", BUYERS.getPrivateKey(), BUYERS.getKeyId());
    }

    private static String sign(JwtClaims claims, String algorithm, Key key, String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        signature.setDoKeyValidation(false);
        signature.setPayload(claims.toJson());
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        return serialized(signature);
    }

    private static String typed(String type) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKey(BUYERS.getPrivateKey());
        signature.setKeyIdHeaderValue(BUYERS.getKeyId());
        signature.setHeader("typ", type);
        signature.setPayload(claims().toJson());
        return serialized(signature);
    }

    private static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned() {
        return base64("{\"alg\":\"none\",\"kid\":\"" + BUYERS.getKeyId() + "\"}") + "." + base64(claims().toJson())
                + ".";
    }

    private static String hmac(String keyId) {
        byte[] publicKey =
                Base64.getMimeEncoder().encode(BUYERS.getRsaPublicKey().getEncoded());
        return sign(claims(), "HS256", new HmacKey(publicKey), keyId);
    }

    private static String changed() {
        String[] parts = Tokens.buyer("kim").split("\\.", -1);
        return parts[0] + "." + base64(claims().toJson()) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static Key strangersKey() {
        try {
            return RsaJwkGenerator.generateJwk(2048).getPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
