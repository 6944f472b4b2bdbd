package io.sirenorder.kit.identity;

import java.security.PublicKey;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads the keys for RS256 and ES256 of a JSON Web Key Set of limited size. */
final class KeySet {
    static final int LARGEST = 256 * 1024;
    private static final int MOST_KEYS = 32;
    private static final String CURVE_OF_ES256 = "P-256";

    private KeySet() {}

    static Map<String, PublicKey> parse(String json) {
        if (json.length() > LARGEST) {
            throw new IllegalArgumentException("a key set of over " + LARGEST + " bytes");
        }
        Map<String, PublicKey> keys = signatureKeys(json);
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("a key set of " + keys.size() + " keys");
        }
        return keys;
    }

    private static Map<String, PublicKey> signatureKeys(String json) {
        try {
            return new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .filter(KeySet::verifiesSignatures)
                            .collect(Collectors.toUnmodifiableMap(JsonWebKey::getKeyId, KeySet::publicKey));
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a key set", e);
        }
    }

    private static boolean verifiesSignatures(JsonWebKey key) {
        boolean isKnown = key instanceof RsaJsonWebKey
                || (key instanceof EllipticCurveJsonWebKey curve
                        && curve.getCurveName().equals(CURVE_OF_ES256));
        return isKnown && key.getKeyId() != null && !"enc".equals(key.getUse());
    }

    private static PublicKey publicKey(JsonWebKey key) {
        return ((PublicJsonWebKey) key).getPublicKey();
    }
}
