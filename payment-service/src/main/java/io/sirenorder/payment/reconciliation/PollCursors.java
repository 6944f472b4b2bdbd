package io.sirenorder.payment.reconciliation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far lists have been read, one replica at a time. */
@ApplicationScoped
class PollCursors {
    private static final String CLAIM = """
            INSERT INTO sweeps (name, until, lease_at) VALUES ($1, now() - $2::bigint * interval '1 millisecond', now() + $3::bigint * interval '1 millisecond')
            ON CONFLICT (name) DO UPDATE SET lease_at = EXCLUDED.lease_at WHERE sweeps.lease_at < now()
            RETURNING until""";

    private static final String MOVE = "UPDATE sweeps SET until = $2, lease_at = now() WHERE name = $1";

    private static final String GIVE_BACK = "UPDATE sweeps SET lease_at = now() WHERE name = $1";

    private final Pool pool;

    PollCursors(Pool pool) {
        this.pool = pool;
    }

    /** Until when the list was read; empty while another replica reads it. */
    Uni<Optional<Instant>> claim(String name, Duration reach, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(name, reach.toMillis(), lease.toMillis()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator()
                                .next()
                                .getOffsetDateTime("until")
                                .toInstant()));
    }

    Uni<Void> move(String name, Instant until) {
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(name, until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> giveBack(String name) {
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.of(name)).replaceWithVoid();
    }
}
