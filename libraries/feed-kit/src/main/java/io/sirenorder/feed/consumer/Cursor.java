package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How far a consumer has come.
 *
 * @param parked how many of its events wait in the dead letters
 */
record Cursor(Position position, int parked) {
    private static final String LOCK =
            "SELECT pos, event_id, parked FROM feed_cursors WHERE name = :name FOR UPDATE SKIP LOCKED";

    private static final String MOVE = """
            UPDATE feed_cursors SET pos = :to, event_id = :toId, moved_at = now()
            WHERE name = (SELECT name FROM feed_cursors WHERE name = :name AND pos = :from
                          AND event_id IS NOT DISTINCT FROM cast(cast(:fromId AS text) AS uuid) FOR UPDATE SKIP LOCKED)
            RETURNING parked
            """;

    /**
     * Moves it on within this transaction.
     *
     * @return how many events wait in the dead letters; null when another replica has it or has moved it
     */
    static Uni<Integer> move(Mutiny.Session session, String name, Position from, Position to) {
        return session.createNativeQuery(MOVE, Integer.class)
                .setParameter("name", name)
                .setParameter("from", from.pos())
                .setParameter("fromId", from.isBeginning() ? null : from.id().toString())
                .setParameter("to", to.pos())
                .setParameter("toId", to.id())
                .getSingleResultOrNull();
    }

    /** Locks it for this transaction; null when another replica has it. */
    static Uni<Cursor> lock(Mutiny.Session session, String name) {
        return session.createNativeQuery(LOCK, Tuple.class)
                .setParameter("name", name)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : of(row));
    }

    private static Cursor of(Tuple row) {
        return new Cursor(
                new Position(row.get("pos", Long.class), row.get("event_id", UUID.class)),
                row.get("parked", Integer.class));
    }
}
