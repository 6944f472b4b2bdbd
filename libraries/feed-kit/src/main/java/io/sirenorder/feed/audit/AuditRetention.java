package io.sirenorder.feed.audit;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * Deletes rows of a table of the audit that are older than they are kept: the oldest first, a bounded number per run.
 *
 * @param function SQL that calls the function of the table's owner with seconds and the most rows, and names its count {@code forgotten}
 * @param kept time for which a row is kept
 * @param forgotten counter of the rows that left
 */
record AuditRetention(Pool pool, String function, Duration kept, Counter forgotten) {
    private static final int MOST = 10_000;

    /** Fails the start of the program instead of each later run. */
    static void requireLongEnough(String setting, Duration kept, Duration least) {
        if (kept.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "%s must be %d days at least, not %s".formatted(setting, least.toDays(), kept));
        }
    }

    /** Deletes what is too old, and counts it. */
    Uni<Void> forget() {
        return forget(kept, MOST).invoke(count -> forgotten.increment(count)).replaceWithVoid();
    }

    /** Deletes the oldest that are older, so many at most; says how many. */
    Uni<Long> forget(Duration older, int most) {
        return pool.preparedQuery(function)
                .execute(Tuple.of((double) older.toSeconds(), most))
                .map(rows -> rows.iterator().next().getLong("forgotten"));
    }
}
