package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.StoreId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the work ahead of a new order: open orders, and young holds that will become some. */
@ApplicationScoped
public class KitchenLoad {
    /** One row of {@code waiting}, {@code making} and {@code units}; takes {@code :store}. */
    public static final String COUNT = """
            SELECT count(*) FILTER (WHERE status = 'WAITING') AS waiting,
                   count(*) FILTER (WHERE status = 'ACCEPTED') AS making,
                   coalesce(sum(units), 0) + (
                       SELECT coalesce(sum(units), 0) FROM holds
                       WHERE store_id = :store AND status = 'HELD' AND made_at > now() - interval '3 minutes'
                         AND made_at < now()) AS units
            FROM orders WHERE store_id = :store AND status IN ('WAITING', 'ACCEPTED')
            """;

    /**
     * Work ahead.
     *
     * @param units pieces of all of it
     */
    public record Load(int waiting, int making, int units) {
        /** The first three columns of a row, as {@link #COUNT} names them. */
        public static Load of(Object[] row) {
            return new Load(number(row[0]), number(row[1]), number(row[2]));
        }

        /** Orders ahead. */
        public int orders() {
            return waiting + making;
        }
    }

    /** Within the caller's session. */
    public Uni<Load> of(StoreId store) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter("store", store.value())
                        .getSingleResult())
                .map(Load::of);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
