package io.sirenorder.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Short names of content: the first ten hexadecimal digits of its SHA-256. */
final class Digest {
    private static final int DIGITS = 10;

    private Digest() {}

    static String of(SortedMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content);
        });
        return digits(digest);
    }

    static String of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return digits(digest);
    }

    private static String digits(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
