package io.sirenorder.store.order;

import io.sirenorder.kit.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Hashes of an order's timeline, SHA-256 in hexadecimal: each covers the hash before it, the order and the step, and the
 * first covers the sale without its buyer. A step without a hash is covered by the next one that has one.
 */
final class TimelineChain {
    private final MessageDigest sha256 = Digests.newSha256();

    private TimelineChain() {}

    /** Hash of a step that comes after those. */
    static String next(String orderId, Sale sale, List<Step> before, Step step) {
        return hash(last(orderId, sale, before), orderId, before.size(), step);
    }

    /** Whether every step is as it was written. */
    static boolean isIntact(String orderId, Sale sale, List<Step> steps) {
        String previous = genesis(sale);
        for (int i = 0; i < steps.size(); i++) {
            String hash = hash(previous, orderId, i, steps.get(i));
            String kept = steps.get(i).hash();
            if (kept != null && !kept.equals(hash)) {
                return false;
            }
            previous = hash;
        }
        return true;
    }

    private static String last(String orderId, Sale sale, List<Step> steps) {
        if (!steps.isEmpty() && steps.get(steps.size() - 1).hash() != null) {
            return steps.get(steps.size() - 1).hash();
        }
        String previous = genesis(sale);
        for (int i = 0; i < steps.size(); i++) {
            String kept = steps.get(i).hash();
            previous = kept == null ? hash(previous, orderId, i, steps.get(i)) : kept;
        }
        return previous;
    }

    private static String genesis(Sale sale) {
        TimelineChain chain = new TimelineChain();
        chain.add(sale.storeId());
        chain.add(sale.businessDay());
        chain.add(sale.number());
        chain.add(sale.amountKrw().won());
        chain.add(sale.discountKrw().won());
        sale.lines().forEach(line -> {
            chain.add(line.menuItemId());
            chain.add(line.name());
            chain.add(line.quantity());
            chain.add(line.priceKrw().won());
            new TreeMap<>(line.options()).forEach((key, value) -> {
                chain.add(key);
                chain.add(value);
            });
        });
        return chain.hex();
    }

    private static String hash(String previous, String orderId, int position, Step step) {
        TimelineChain chain = new TimelineChain();
        chain.add(previous);
        chain.add(orderId);
        chain.add(position);
        chain.add(step.name());
        chain.add(step.actor());
        chain.add(step.reason());
        chain.add(micros(step.at()));
        return chain.hex();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** With its length in front, so that no two chains of values are written alike. */
    private void add(Object value) {
        byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        sha256.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(text);
    }

    private String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
