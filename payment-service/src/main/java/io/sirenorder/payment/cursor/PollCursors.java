package io.sirenorder.payment.cursor;

import io.sirenorder.feed.background.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Positions of jobs that read on from where they ended, one replica at a time by a lease. */
@ApplicationScoped
public class PollCursors {
    private static final String CLAIM = """
            INSERT INTO sweeps (name, until, lease_at) VALUES ($1, now() - make_interval(secs => $2), now() + make_interval(secs => $3))
            ON CONFLICT (name) DO UPDATE SET lease_at = EXCLUDED.lease_at WHERE sweeps.lease_at < now()
            RETURNING until""";

    private static final String MOVE =
            "UPDATE sweeps SET until = $2, lease_at = now() + make_interval(secs => $3) WHERE name = $1";

    private static final String RENEW =
            "UPDATE sweeps SET lease_at = now() + make_interval(secs => $2) WHERE name = $1";

    private static final String GIVE_BACK = "UPDATE sweeps SET lease_at = now() WHERE name = $1";

    private final Pool pool;
    private final Vertx vertx;

    PollCursors(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Claims the position for the lease; empty while another replica has it. */
    public Uni<Optional<Instant>> claim(String name, Duration reach, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(name, reach.toMillis() / 1000.0, lease.toMillis() / 1000.0))
                .map(PollCursors::until);
    }

    /** Does the work on a claimed position, whose lease is renewed as long as it takes. */
    public <T> Uni<T> hold(String name, Duration lease, Supplier<Uni<T>> work) {
        return new Lease(vertx, lease).hold(() -> renew(name, lease), work);
    }

    private Uni<Void> renew(String name, Duration lease) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(name, lease.toMillis() / 1000.0))
                .replaceWithVoid();
    }

    /** Moves the claimed position, within the lease; any replica may claim it again after the pause. */
    public Uni<Void> move(String name, Instant until, Duration pause, Duration lease) {
        return write(MOVE, Tuple.of(name, until.atOffset(ZoneOffset.UTC), pause.toMillis() / 1000.0), lease);
    }

    /** The position, without a claim; empty before the first time. */
    public Uni<Optional<Instant>> peek(String name) {
        return pool.preparedQuery("SELECT until FROM sweeps WHERE name = $1")
                .execute(Tuple.of(name))
                .map(PollCursors::until);
    }

    private static Optional<Instant> until(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getOffsetDateTime("until").toInstant());
    }

    /** Lets any replica claim the position at once; the database may be away meanwhile, for the lease at most. */
    public Uni<Void> giveBack(String name, Duration lease) {
        return write(GIVE_BACK, Tuple.of(name), lease);
    }

    private Uni<Void> write(String statement, Tuple values, Duration lease) {
        return new Lease(vertx, lease)
                .write(() -> pool.preparedQuery(statement).execute(values).replaceWithVoid());
    }
}
