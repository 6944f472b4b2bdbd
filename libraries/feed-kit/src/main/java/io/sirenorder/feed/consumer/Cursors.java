package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The cursors of this service's consumers. */
@ApplicationScoped
public class Cursors {
    private static final String READ = "SELECT pos, event_id, parked FROM feed_cursors WHERE name = $1";
    private static final String CREATE = "INSERT INTO feed_cursors (name) VALUES ($1) ON CONFLICT DO NOTHING";

    private static final String MOVE = """
            UPDATE feed_cursors SET pos = $2, event_id = $3, moved_at = now() WHERE name = $1 AND pos = $4
            """;

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
                .execute(Tuple.of(name, to.pos(), to.id(), from.pos()))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> select(String name) {
        return pool.preparedQuery(READ).execute(Tuple.of(name));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(new Position(row.getLong("pos"), row.getUUID("event_id")), row.getInteger("parked"));
    }
}
