package io.sirenorder.store.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Seals of days: one hash over the last hash of each order of a store that had steps on a day in Korea. A seal is computed
 * again from the steps alone at any later time.
 */
@ApplicationScoped
class DaySeals {
    /** Last hash by order and day, then one root by store and day, of the seven days before today; takes a condition. */
    static final String ROOTS = """
            WITH last AS (
                SELECT DISTINCT ON (s.order_id, cast(s.at AT TIME ZONE 'Asia/Seoul' AS date))
                       o.store_id, cast(s.at AT TIME ZONE 'Asia/Seoul' AS date) AS day, s.order_id, s.hash
                FROM order_steps s JOIN orders o ON o.id = s.order_id
                WHERE s.at >= cast(cast(now() AT TIME ZONE 'Asia/Seoul' AS date) - 7 AS timestamp) AT TIME ZONE 'Asia/Seoul'
                  AND s.at < cast(cast(now() AT TIME ZONE 'Asia/Seoul' AS date) AS timestamp) AT TIME ZONE 'Asia/Seoul' %s
                ORDER BY s.order_id, cast(s.at AT TIME ZONE 'Asia/Seoul' AS date), s.position DESC),
            roots AS (
                SELECT store_id, day, count(*) AS orders,
                       encode(sha256(convert_to(
                           string_agg(order_id || '=' || coalesce(hash, ''), ',' ORDER BY order_id), 'UTF8')), 'hex')
                           AS root
                FROM last GROUP BY store_id, day)
            """;

    private static final String UNSEALED = """
            SELECT r.store_id, r.day, r.orders, r.root FROM roots r
            WHERE NOT EXISTS (SELECT 1 FROM day_seals d WHERE d.store_id = r.store_id AND d.day = r.day)
            ORDER BY r.day, r.store_id LIMIT :limit
            """;
    private static final String BROKEN = """
            SELECT count(*) FROM day_seals d LEFT JOIN roots r ON r.store_id = d.store_id AND r.day = d.day
            WHERE d.day >= cast(now() AT TIME ZONE 'Asia/Seoul' AS date) - 7
              AND (r.root IS NULL OR r.root <> d.root)
            """;
    private static final String SEAL = """
            INSERT INTO day_seals (store_id, day, orders, root) VALUES (:store, :day, :orders, :root)
            ON CONFLICT DO NOTHING
            """;

    /** A seal to be kept. */
    record Seal(UUID store, LocalDate day, int orders, String root) {}

    Uni<List<Seal>> unsealed(int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql(UNSEALED), Object[].class)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream().map(DaySeals::seal).toList());
    }

    private static Seal seal(Object[] row) {
        return new Seal((UUID) row[0], (LocalDate) row[1], ((Number) row[2]).intValue(), (String) row[3]);
    }

    /** False where another replica has sealed it. */
    Uni<Boolean> keep(Seal seal) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SEAL)
                        .setParameter("store", seal.store())
                        .setParameter("day", seal.day())
                        .setParameter("orders", seal.orders())
                        .setParameter("root", seal.root())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Number of seals of the last seven days that the steps contradict. */
    Uni<Long> broken() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(sql(BROKEN), Long.class).getSingleResult());
    }

    private static String sql(String query) {
        return ROOTS.formatted("") + query;
    }
}
