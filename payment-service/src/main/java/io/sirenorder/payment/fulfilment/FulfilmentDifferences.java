package io.sirenorder.payment.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.CheckoutId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;

/** Keeps what looks found until a later look no longer finds it. */
@ApplicationScoped
public class FulfilmentDifferences {
    private static final int MOST = 500;
    private static final String SUSPECT = """
            INSERT INTO fulfilment_differences AS known (checkout_id, kind, detail) VALUES (:id, :kind, 'told by its event')
            ON CONFLICT (checkout_id, kind) DO UPDATE SET gone_at = NULL, last_at = now(),
              first_at = CASE WHEN known.gone_at IS NULL THEN known.first_at ELSE now() END
            """;
    private static final String FOUND = """
            INSERT INTO fulfilment_differences AS known (checkout_id, kind, detail)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
            ON CONFLICT (checkout_id, kind) DO UPDATE SET detail = EXCLUDED.detail, last_at = now(), gone_at = NULL,
              first_at = CASE WHEN known.gone_at IS NULL THEN known.first_at ELSE now() END
            """;
    private static final String GONE = """
            UPDATE fulfilment_differences AS known SET gone_at = now()
            WHERE checkout_id = ANY ($1) AND gone_at IS NULL AND NOT EXISTS (
              SELECT FROM unnest($2::uuid[], $3::text[]) AS found (id, kind)
              WHERE found.id = known.checkout_id AND found.kind = known.kind)
            """;
    private static final String STANDING = """
            FROM fulfilment_differences WHERE gone_at IS NULL AND last_at >= first_at + make_interval(secs => $1)""";
    private static final String LIST =
            "SELECT checkout_id, kind, detail, first_at " + STANDING + " ORDER BY first_at, checkout_id LIMIT " + MOST;
    private static final String COUNT = "SELECT count(*) " + STANDING;
    private static final String TO_CHECK = """
            SELECT checkout_id FROM fulfilment_differences WHERE gone_at IS NULL
            GROUP BY checkout_id ORDER BY min(last_at) LIMIT $1""";

    private final Pool pool;
    private final Duration grace;

    FulfilmentDifferences(Pool pool, FulfilmentConfig config) {
        this.pool = pool;
        this.grace = config.grace();
    }

    /** Within the current transaction: has the next look compare an order or gift whose checkout is not known as paid. */
    public Uni<Void> suspect(CheckoutId id, String kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SUSPECT)
                        .setParameter("id", id.value())
                        .setParameter("kind", kind)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Differences that were seen twice, the oldest first; at most 500. */
    public Uni<List<FulfilmentDifference>> standing() {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(seconds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FulfilmentDifferences::difference)
                        .toList());
    }

    Uni<Long> count() {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(seconds()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Checkouts to look at again, those longest ago first. */
    Uni<List<UUID>> toCheck(int limit) {
        return pool.preparedQuery(TO_CHECK)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("checkout_id"))
                        .toList());
    }

    /** Notes what a look at these checkouts found, and that it found nothing else. */
    Uni<Void> note(Collection<UUID> looked, List<Finding> found) {
        UUID[] ids = array(found, Finding::checkoutId, UUID[]::new);
        String[] kinds = array(found, Finding::kind, String[]::new);
        String[] details = array(found, Finding::detail, String[]::new);
        return pool.preparedQuery(FOUND)
                .execute(Tuple.of(ids, kinds, details))
                .chain(() -> pool.preparedQuery(GONE).execute(Tuple.of(looked.toArray(UUID[]::new), ids, kinds)))
                .replaceWithVoid();
    }

    private static <T> T[] array(List<Finding> found, Function<Finding, T> member, IntFunction<T[]> empty) {
        return found.stream().map(member).toArray(empty);
    }

    private double seconds() {
        return grace.toMillis() / 1000.0;
    }

    private static FulfilmentDifference difference(Row row) {
        return new FulfilmentDifference(
                row.getUUID("checkout_id"),
                row.getString("kind"),
                row.getString("detail"),
                row.getOffsetDateTime("first_at").toInstant());
    }
}
