package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The events whose effect failed, and the later ones of their streams: the only class that reads and writes {@code
 * dead_letters}.
 */
@ApplicationScoped
public class DeadLetters {
    private static final int MOST = 50;
    /** The character that PostgreSQL's JSON can't keep, as JSON writes it, and its replacement. */
    private static final String NUL = "\\u0000";

    private static final String REPLACEMENT = "\\ufffd";
    private static final String WAITING = "SELECT " + DeadLetter.COLUMNS + """
             FROM dead_letters
             WHERE consumer = $1 AND state IN ('RETRYING', 'EARLY')
             ORDER BY next_try_at LIMIT $2
            """;
    private static final String PUT_OFF = """
            UPDATE dead_letters SET state = $2, tries = $3, reason = $4,
                next_try_at = now() + make_interval(secs => $5)
            WHERE id = $1 AND state IN ('RETRYING', 'EARLY')
            """;
    private static final String REPLAY = """
            UPDATE dead_letters SET state = 'RETRYING', tries = 0, heard_at = now(), next_try_at = now()
            WHERE id = (SELECT first.id FROM dead_letters asked JOIN dead_letters first USING (consumer, stream)
                        WHERE asked.id = $1 ORDER BY first.pos LIMIT 1)
            """;
    private static final String LIST =
            "SELECT " + DeadLetter.COLUMNS + " FROM dead_letters WHERE id > $1 ORDER BY id LIMIT $2";
    private static final String BLOCKED = "SELECT DISTINCT stream FROM dead_letters WHERE consumer = :consumer";
    private static final String PARK = """
            INSERT INTO dead_letters (consumer, stream, pos, event_id, type, envelope, state, reason, next_try_at)
            VALUES (:consumer, :stream, :pos, :id, :type, cast(cast(:envelope AS text) AS jsonb), :state,
                    cast(:reason AS text), now() + make_interval(secs => :seconds))
            """;
    private static final String LOCK =
            "SELECT 1 FROM dead_letters WHERE id = :id AND state IN ('RETRYING', 'EARLY') FOR UPDATE";
    private static final String REMOVE = """
            WITH done AS (
                DELETE FROM dead_letters WHERE id = :id RETURNING consumer, stream, pos
            )
            UPDATE dead_letters SET state = 'RETRYING', heard_at = now(), next_try_at = now()
            WHERE id = (SELECT letter.id FROM dead_letters letter JOIN done USING (consumer, stream)
                        WHERE letter.pos > done.pos ORDER BY letter.pos LIMIT 1)
            """;
    private static final PageCursor CURSOR = new PageCursor("dead-letters", 1);

    private final Pool pool;

    DeadLetters(Pool pool) {
        this.pool = pool;
    }

    /** A consumer's dead letters that are retried by themselves, the next one first. */
    Uni<List<DeadLetter>> waiting(String consumer) {
        return select(WAITING, Tuple.of(consumer, MOST));
    }

    /**
     * A page of all dead letters, oldest first.
     *
     * @param cursor of an earlier page, or null
     * @param limit or null
     */
    Uni<Page<DeadLetter>> page(String cursor, Integer limit) {
        long after = cursor == null ? 0 : id(CURSOR.decode(cursor).get(0));
        PageLimit size = PageLimit.of(limit);
        return select(LIST, Tuple.of(after, size.value() + 1))
                .map(found -> Page.of(found, size, last -> CURSOR.encode(Long.toString(last.id()))));
    }

    Uni<Void> putOff(DeadLetter letter, RetryDecision decision) {
        return pool.preparedQuery(PUT_OFF)
                .execute(Tuple.of(
                        letter.id(),
                        decision.state(),
                        decision.tries(),
                        printable(decision.reason()),
                        seconds(decision.delay())))
                .replaceWithVoid();
    }

    /** Makes the stream of this dead letter due from its first; fails with {@link NotFound}. */
    Uni<Void> replay(long id) {
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(id))
                .invoke(DeadLetters::requireOne)
                .replaceWithVoid();
    }

    /** The streams of which an event waits, within the session's transaction. */
    static Uni<List<String>> blockedStreams(Mutiny.Session session, String consumer) {
        return session.createNativeQuery(BLOCKED, String.class)
                .setParameter("consumer", consumer)
                .getResultList();
    }

    /** Adds an event within the session's transaction. */
    static Uni<Void> park(Mutiny.Session session, String consumer, Envelope event, RetryDecision decision) {
        return session.createNativeQuery(PARK)
                .setParameter("consumer", consumer)
                .setParameter("stream", event.stream())
                .setParameter("pos", event.pos())
                .setParameter("id", event.id())
                .setParameter("type", event.type())
                .setParameter("envelope", event.toJson().replace(NUL, REPLACEMENT))
                .setParameter("state", decision.state())
                .setParameter("reason", printable(decision.reason()))
                .setParameter("seconds", seconds(decision.delay()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Locks a dead letter that is to be retried within the session's transaction; null when another replica has done so. */
    static Uni<Integer> lock(Mutiny.Session session, DeadLetter letter) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter("id", letter.id())
                .getSingleResultOrNull();
    }

    /** Removes a dead letter that has taken effect, within the session's transaction; the next of its stream is due then. */
    static Uni<Void> remove(Mutiny.Session session, DeadLetter letter) {
        return session.createNativeQuery(REMOVE)
                .setParameter("id", letter.id())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<List<DeadLetter>> select(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(DeadLetters::letters);
    }

    private static List<DeadLetter> letters(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeadLetter::of)
                .toList();
    }

    private static void requireOne(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw new NotFound();
        }
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw PageCursor.invalid();
        }
    }

    private static String printable(String reason) {
        return reason == null ? null : reason.replace('\0', '\ufffd');
    }

    private static double seconds(Duration delay) {
        return delay.toMillis() / 1000.0;
    }
}
