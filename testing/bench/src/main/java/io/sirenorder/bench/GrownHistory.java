package io.sirenorder.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The past of a business, made of one order that was really placed: its rows are copied by SQL, with ids, owners and times of their own.
 *
 * @param orders past orders, over a year
 * @param entries of the wallet of the order's store, over a thousand days
 */
record GrownHistory(long orders, long buyers, long stores, long entries) {
    private static final List<String> SERVICES = List.of("merchant", "store", "payment", "coupon");
    private static final long ORDERS = 3_000_000;
    private static final long BUYERS = 300_000;
    private static final long STORES = 100_000;
    private static final long ENTRIES = 1_000_000;

    /** The full history times the given factor. */
    static GrownHistory scaled(double scale) {
        return new GrownHistory(of(ORDERS, scale), of(BUYERS, scale), of(STORES, scale), of(ENTRIES, scale));
    }

    private static long of(long full, double scale) {
        return Math.max(1, Math.round(full * scale));
    }

    /** Fills all databases and has their statistics gathered; rows that are there already stay. */
    void fill(SuperuserSql sql, String store, String order) {
        for (String service : SERVICES) {
            sql.run(service, text(service, store, order));
            sql.run(service, "VACUUM (ANALYZE)");
        }
    }

    private String text(String service, String store, String order) {
        try (InputStream file = GrownHistory.class.getResourceAsStream("grown/" + service + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":orders", Long.toString(orders))
                    .replace(":buyers", Long.toString(buyers))
                    .replace(":stores", Long.toString(stores))
                    .replace(":entries", Long.toString(entries))
                    .replace(":store", store)
                    .replace(":order", order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
