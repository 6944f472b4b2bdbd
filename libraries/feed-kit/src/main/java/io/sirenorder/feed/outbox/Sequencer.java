package io.sirenorder.feed.outbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.SingleFlight;
import io.sirenorder.feed.background.Timers;
import io.sirenorder.feed.bell.Bell;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Gives committed events their positions, single file, and rings the bell. */
@ApplicationScoped
class Sequencer {
    private static final int MOST = 1000;
    /**
     * One round trip and one transaction: statements sent together are all done or none. The lock is a statement of its
     * own, because the move must take its snapshot after it.
     */
    private static final String STAMP = """
            SELECT pos FROM feed_head FOR UPDATE;
            WITH oldest AS (
                SELECT seq FROM outbox_pending ORDER BY seq LIMIT %d
            ), moved AS (
                DELETE FROM outbox_pending USING oldest WHERE outbox_pending.seq = oldest.seq RETURNING outbox_pending.*
            ), stamped AS (
                INSERT INTO event_feed (pos, event_id, stream, stream_ver, type, v, body, at, trace)
                SELECT head.pos + row_number() OVER (ORDER BY seq),
                       event_id, stream, stream_ver, type, v, body, at, trace
                FROM moved, feed_head head
            )
            UPDATE feed_head SET pos = pos + n
            FROM (SELECT count(*) AS n, array_agg(DISTINCT type) AS types FROM moved) AS news
            WHERE n > 0 RETURNING pos, n, types
            """.formatted(MOST);

    private static final String LOOK =
            "SELECT pos AS head, EXISTS (SELECT FROM outbox_pending) AS pending FROM feed_head";

    private final SingleFlight stamping;
    private final SingleFlight looking;
    private final Pool pool;
    private final Bell bell;
    private final FeedConfig config;

    Sequencer(Pool pool, Bell bell, FeedConfig config, InFlightWork shift) {
        this.pool = pool;
        this.bell = bell;
        this.config = config;
        this.stamping = new SingleFlight("stamping", shift, this::stamp);
        this.looking = new SingleFlight("the outbox sweep", shift, this::look);
    }

    void sweep(@Observes StartupEvent start, Timers beats) {
        beats.every(config.sweep(), looking::ask);
    }

    /** Stamps what has been committed, soon; cheap when called often. */
    void poke() {
        stamping.ask();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makeRoom() {
        return pool.query("SELECT feed_make_room()").execute().replaceWithVoid();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("SELECT feed_forget(make_interval(secs => $1))")
                .execute(Tuple.of((double) config.retention().toSeconds()))
                .replaceWithVoid();
    }

    private Uni<Void> look() {
        return pool.query(LOOK)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(this::seen)
                .replaceWithVoid();
    }

    private void seen(Row row) {
        bell.headIs(row.getLong("head"));
        if (row.getBoolean("pending")) {
            poke();
        }
    }

    private Uni<Void> stamp() {
        return pool.query(STAMP)
                .execute()
                .map(RowSet::next)
                .invoke(this::stamped)
                .replaceWithVoid();
    }

    private void stamped(RowSet<Row> moved) {
        for (Row row : moved) {
            bell.ring(row.getLong("pos"), Set.of(row.getArrayOfStrings("types")));
            if (row.getLong("n") == MOST) {
                poke();
            }
        }
    }
}
