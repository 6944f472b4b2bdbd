package io.sirenorder.feed.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The events that wait because their effect failed, and those behind them. */
@ApplicationScoped
public class DeadLetters {
    private static final int MOST = 50;
    private static final String DUE = "SELECT " + DeadLetter.COLUMNS + """
             FROM dead_letters
             WHERE consumer = $1 AND state IN ('RETRYING', 'EARLY') AND next_try_at <= now()
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

    private final Pool pool;

    DeadLetters(Pool pool) {
        this.pool = pool;
    }

    /** Those of a consumer that are to be tried again now. */
    public Uni<List<DeadLetter>> due(String consumer) {
        return select(DUE, Tuple.of(consumer, MOST));
    }

    Uni<List<DeadLetter>> after(long id, int limit) {
        return select(LIST, Tuple.of(id, limit));
    }

    Uni<Void> putOff(DeadLetter letter, RetryDecision setback) {
        return pool.preparedQuery(PUT_OFF)
                .execute(Tuple.of(
                        letter.id(), setback.state(), setback.tries(), setback.reason(), seconds(setback.delay())))
                .replaceWithVoid();
    }

    /** Lets the stream of this letter be tried again from its first; false when there is no such letter. */
    Uni<Boolean> replay(long id) {
        return pool.preparedQuery(REPLAY).execute(Tuple.of(id)).map(rows -> rows.rowCount() > 0);
    }

    private Uni<List<DeadLetter>> select(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(DeadLetters::letters);
    }

    private static List<DeadLetter> letters(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeadLetter::of)
                .toList();
    }

    private static double seconds(Duration delay) {
        return delay.toMillis() / 1000.0;
    }
}
