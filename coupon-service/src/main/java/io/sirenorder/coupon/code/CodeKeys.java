package io.sirenorder.coupon.code;

import io.sirenorder.kit.digest.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The two keys that are derived from one secret: one to find codes by (HMAC-SHA-256), one to seal them (AES-256-GCM). */
final class CodeKeys {
    private static final int SHORTEST_SECRET = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] finding;
    private final byte[] sealing;

    CodeKeys(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("siren.coupons.code-secret needs 32 characters or more");
        }
        byte[] root = secret.getBytes(StandardCharsets.UTF_8);
        this.finding = hmac(root, "siren coupon codes: finding");
        this.sealing = hmac(root, "siren coupon codes: sealing");
    }

    byte[] hash(String symbols) {
        return hmac(finding, symbols);
    }

    /** Nonce, then what only the same key and the same {@code context} open again. */
    byte[] seal(String symbols, String context) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed =
                cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(symbols.getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(byte[] sealed, String context) throws GeneralSecurityException {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        buffer.get(nonce).get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest), StandardCharsets.US_ASCII);
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String text) {
        return Digests.hmacSha256(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
