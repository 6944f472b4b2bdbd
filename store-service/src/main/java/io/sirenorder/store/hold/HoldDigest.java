package io.sirenorder.store.hold;

import io.sirenorder.contracts.store.HoldRequest;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.kit.digest.Digests;
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
        return Digests.sha256Hex(text.toString(), BYTES);
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
}
