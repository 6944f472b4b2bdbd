package io.sirenorder.store.hold;

import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.QuoteRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A digest of what a hold asks for; its duration does not count. */
final class HoldDigest {
    private static final int BYTES = 16;

    private HoldDigest() {}

    static String of(HoldRequest wanted) {
        StringBuilder text = new StringBuilder();
        add(text, wanted.buyer());
        add(text, wanted.storeId());
        add(text, wanted.pickup());
        wanted.lines().forEach(line -> add(text, line));
        return HexFormat.of().formatHex(sha256(text.toString()), 0, BYTES);
    }

    private static void add(StringBuilder text, QuoteRequest.Line line) {
        add(text, line.menuItemId());
        add(text, line.quantity());
        Map<String, String> options = line.options() == null ? Map.of() : line.options();
        add(text, options.size());
        new TreeMap<>(options).forEach((key, value) -> {
            add(text, key);
            add(text, value);
        });
    }

    /** With its length, so that no two requests are written alike. */
    private static void add(StringBuilder text, Object part) {
        String written = String.valueOf(part);
        text.append(written.length()).append(':').append(written);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
