package io.sirenorder.store.storefront;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.store.Location;
import io.sirenorder.store.presence.StorePresence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Stores by their distance: looked for in circles that grow until enough are found. */
@ApplicationScoped
class NearbyStores {
    private static final long FIRST_METRES = 1_000;

    private static final String WITHIN = """
            SELECT id, metres FROM (
                SELECT id, CAST(round(2 * 6371008.8 * asin(least(1, sqrt(
                    power(sin(radians(latitude - :latitude) / 2), 2)
                    + cos(radians(:latitude)) * cos(radians(latitude))
                        * power(sin(radians(longitude - :longitude) / 2), 2))))) AS bigint) AS metres
                FROM stores
                WHERE standing = 'ACTIVE' AND latitude BETWEEN :south AND :north AND longitude BETWEEN :west AND :east) AS boxed
            WHERE metres <= :radius AND (metres > :metres OR (metres = :metres AND id > :id))
            ORDER BY metres, id LIMIT :limit
            """;

    /** A store and how far it is. */
    record Nearby(UUID id, long metres) {
        /** Before all stores. */
        static final Nearby HERE = new Nearby(new UUID(0, 0), 0);

        static final Comparator<Nearby> NEAREST_FIRST =
                Comparator.comparingLong(Nearby::metres).thenComparing(Nearby::id, StorePresence.BY_ID);
    }

    /** The nearest that come after one, in order; fewer than {@code limit} only when there are no more. */
    Uni<List<Nearby>> after(Nearby last, Location centre, int limit) {
        return within(new Circle(centre, Math.max(FIRST_METRES, 2 * last.metres())), last, limit);
    }

    private Uni<List<Nearby>> within(Circle circle, Nearby last, int limit) {
        return query(circle, last, limit)
                .chain(found -> found.size() >= limit || circle.isWholeEarth()
                        ? Uni.createFrom().item(found)
                        : within(circle.grown(), last, limit));
    }

    private Uni<List<Nearby>> query(Circle circle, Nearby last, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHIN, Object[].class)
                        .setParameter("latitude", circle.centre().latitude())
                        .setParameter("longitude", circle.centre().longitude())
                        .setParameter("south", circle.south())
                        .setParameter("north", circle.north())
                        .setParameter("west", circle.west())
                        .setParameter("east", circle.east())
                        .setParameter("radius", circle.metres())
                        .setParameter("metres", last.metres())
                        .setParameter("id", last.id())
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Nearby((UUID) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }
}
