package io.sirenorder.kit.identity;

import io.sirenorder.kit.digest.Digests;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that were verified before, by their hash, until they expire: a signature is checked once. Bounded by two
 * generations, of which the older is dropped when the younger is full.
 */
final class RememberedTokens {
    /** A token whose signature this key made. */
    record Verified(VerifiedToken token, IssuerVerifier issuer, String keyId, PublicKey key) {
        /** A key that its issuer withdrew makes its tokens void at once. */
        private boolean isStillGood(Instant now) {
            return now.isBefore(token.expiresAt()) && key.equals(issuer.key(keyId));
        }
    }

    private final int mostPerGeneration;
    private volatile Map<String, Verified> young = new ConcurrentHashMap<>();
    private volatile Map<String, Verified> old = Map.of();

    RememberedTokens(int mostPerGeneration) {
        this.mostPerGeneration = mostPerGeneration;
    }

    static String hash(String jwt) {
        return HexFormat.of().formatHex(Digests.sha256(jwt));
    }

    /** The token of that hash, or null if it is unknown, expired or signed with a key that was withdrawn. */
    VerifiedToken find(String hash, Instant now) {
        Verified found = young.get(hash);
        if (found == null) {
            found = old.get(hash);
            if (found != null) {
                add(hash, found);
            }
        }
        return found != null && found.isStillGood(now) ? found.token() : null;
    }

    void add(String hash, Verified verified) {
        if (young.size() >= mostPerGeneration) {
            turn();
        }
        young.put(hash, verified);
    }

    private synchronized void turn() {
        if (young.size() >= mostPerGeneration) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
