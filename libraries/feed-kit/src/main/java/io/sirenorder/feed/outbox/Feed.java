package io.sirenorder.feed.outbox;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** The service's own events in order: the newest from memory, older ones from the primary database. */
@ApplicationScoped
public class Feed {
    /** For a reader that does not know the head. */
    public static final long ANY_HEAD = -1;

    private static final String FROM = """
            SELECT pos, event_id, type, at, json_build_object('pos', pos, 'id', event_id, 'stream', stream,
                'version', stream_ver, 'type', type, 'v', v, 'body', body, 'at', at, 'trace', trace)::text AS envelope
            FROM event_feed WHERE pos >= $1 ORDER BY pos LIMIT $2
            """;
    private static final String ENDS = """
            SELECT pos AS head, coalesce((SELECT pos FROM event_feed ORDER BY pos LIMIT 1), pos + 1) AS oldest
            FROM feed_head
            """;

    private final Pool pool;
    private final FeedTail tail;

    Feed(Pool pool, FeedTail tail) {
        this.pool = pool;
        this.tail = tail;
    }

    /**
     * The next events, at most {@code limit}; fails with {@link FeedDiverged} or {@link FeedGone}.
     *
     * @param head how far the feed reaches as far as the reader has heard, or {@link #ANY_HEAD}: a page that ends before it
     *     is looked up in the database, where another replica may have put more
     */
    public Uni<List<FeedEntry>> after(Position known, int limit, long head) {
        return tail.after(known, limit)
                .filter(page -> page.size() == limit || isWhole(page, head))
                .map(page -> Uni.createFrom().item(page))
                .orElseGet(() -> read(known, limit));
    }

    private boolean isWhole(List<FeedEntry> page, long head) {
        return head == ANY_HEAD ? !page.isEmpty() : tail.last() >= head;
    }

    private Uni<List<FeedEntry>> read(Position known, int limit) {
        return pool.preparedQuery(FROM)
                .execute(Tuple.of(Math.max(known.pos(), 1), known.isBeginning() ? limit : limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> FeedEntry.of(row, "pos", "event_id", "type"))
                        .toList())
                .invoke(tail::add)
                .chain(found -> startsAt(known, found)
                        ? Uni.createFrom().item(found.subList(known.isBeginning() ? 0 : 1, found.size()))
                        : explain(known));
    }

    private static boolean startsAt(Position known, List<FeedEntry> found) {
        if (found.isEmpty()) {
            return false;
        }
        Position start = found.get(0).position();
        return known.isBeginning() ? start.pos() == 1 : start.equals(known);
    }

    private Uni<List<FeedEntry>> explain(Position known) {
        return pool.query(ENDS).execute().map(rows -> rows.iterator().next()).map(ends -> {
            long oldest = ends.getLong("oldest");
            if (known.isBeginning() && oldest == 1) {
                return List.of();
            }
            throw known.pos() < oldest ? new FeedGone(oldest) : new FeedDiverged(known.pos(), ends.getLong("head"));
        });
    }
}
