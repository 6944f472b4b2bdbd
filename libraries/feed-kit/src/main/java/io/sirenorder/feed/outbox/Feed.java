package io.sirenorder.feed.outbox;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** This service's own facts in order, read from the primary: a replica may show them in another. */
@ApplicationScoped
public class Feed {
    private static final String FROM = """
            SELECT pos, event_id, json_build_object('pos', pos, 'id', event_id, 'stream', stream,
                'version', stream_ver, 'type', type, 'v', v, 'body', body, 'at', at, 'trace', trace)::text AS envelope
            FROM event_feed WHERE pos >= $1 ORDER BY pos LIMIT $2
            """;
    private static final String ENDS = """
            SELECT pos AS head, coalesce((SELECT pos FROM event_feed ORDER BY pos LIMIT 1), pos + 1) AS oldest
            FROM feed_head
            """;

    private final Pool pool;

    Feed(Pool pool) {
        this.pool = pool;
    }

    /** The next envelopes as JSON texts; fails with {@link FeedDiverged} or {@link FeedGone}. */
    public Uni<List<String>> after(Position known, int limit) {
        return pool.preparedQuery(FROM)
                .execute(Tuple.of(Math.max(known.pos(), 1), known.isBeginning() ? limit : limit + 1))
                .chain(rows -> startsAt(known, rows) ? Uni.createFrom().item(next(known, rows)) : explain(known));
    }

    private static boolean startsAt(Position known, RowSet<Row> rows) {
        boolean empty = rows.size() == 0;
        if (known.isBeginning()) {
            return !empty && rows.iterator().next().getLong("pos") == 1;
        }
        return !empty && isAt(known, rows.iterator().next());
    }

    private static boolean isAt(Position known, Row row) {
        return row.getLong("pos") == known.pos() && Objects.equals(row.getUUID("event_id"), known.id());
    }

    private static List<String> next(Position known, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .skip(known.isBeginning() ? 0 : 1)
                .map(row -> row.getString("envelope"))
                .toList();
    }

    private Uni<List<String>> explain(Position known) {
        return pool.query(ENDS).execute().map(rows -> rows.iterator().next()).map(ends -> {
            long oldest = ends.getLong("oldest");
            if (known.isBeginning() && oldest == 1) {
                return List.of();
            }
            throw known.pos() < oldest ? new FeedGone(oldest) : new FeedDiverged(known.pos(), ends.getLong("head"));
        });
    }
}
