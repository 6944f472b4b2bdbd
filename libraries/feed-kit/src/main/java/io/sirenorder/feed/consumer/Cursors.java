package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cursors of this service's consumers: the only class that reads and writes {@code feed_cursors}. */
@ApplicationScoped
public class Cursors {
    private static final String READ = "SELECT pos, event_id, parked FROM feed_cursors WHERE name = $1";
    private static final String CREATE = "INSERT INTO feed_cursors (name) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String MOVE = """
            UPDATE feed_cursors SET pos = $2, event_id = $3, moved_at = now()
            WHERE name = $1 AND pos = $4 AND event_id IS NOT DISTINCT FROM $5
            """;
    private static final String MOVE_WITH_EFFECTS = """
            UPDATE feed_cursors SET pos = :to, event_id = :toId, moved_at = now()
            WHERE name = (SELECT name FROM feed_cursors WHERE name = :name AND pos = :from
                          AND event_id IS NOT DISTINCT FROM cast(cast(:fromId AS text) AS uuid) FOR UPDATE SKIP LOCKED)
            RETURNING parked
            """;
    private static final String LOCK = "SELECT parked FROM feed_cursors WHERE name = :name FOR UPDATE SKIP LOCKED";
    private static final String PARK = "UPDATE feed_cursors SET parked = parked + :events WHERE name = :name";

    private final Pool pool;

    Cursors(Pool pool) {
        this.pool = pool;
    }

    /** Without a lock: a hint where to read on. */
    Uni<Cursor> read(String name) {
        return select(name)
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(rows)
                        : pool.preparedQuery(CREATE).execute(Tuple.of(name)).chain(created -> select(name)))
                .map(rows -> cursor(rows.iterator().next()));
    }

    /** Moves it on, unless another replica has done so. */
    Uni<Void> move(String name, Position from, Position to) {
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(name, to.pos(), to.id(), from.pos(), from.id()))
                .replaceWithVoid();
    }

    /**
     * Moves it on within the session's transaction.
     *
     * @return how many events wait in the dead letters; null when another replica has it or has moved it
     */
    static Uni<Integer> move(Mutiny.Session session, String name, Position from, Position to) {
        return session.createNativeQuery(MOVE_WITH_EFFECTS, Integer.class)
                .setParameter("name", name)
                .setParameter("from", from.pos())
                .setParameter("fromId", from.isBeginning() ? null : from.id().toString())
                .setParameter("to", to.pos())
                .setParameter("toId", to.id())
                .getSingleResultOrNull();
    }

    /** Locks it for the session's transaction; null when another replica has it. */
    static Uni<Integer> lock(Mutiny.Session session, String name) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter("name", name)
                .getSingleResultOrNull();
    }

    /** Counts events that went into the dead letters, or with a negative number came out of them. */
    static Uni<Void> park(Mutiny.Session session, String name, int events) {
        return session.createNativeQuery(PARK)
                .setParameter("events", events)
                .setParameter("name", name)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> select(String name) {
        return pool.preparedQuery(READ).execute(Tuple.of(name));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(new Position(row.getLong("pos"), row.getUUID("event_id")), row.getInteger("parked"));
    }
}
