package io.sirenorder.merchant.registration;

import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits registrations per network and altogether, in windows of the database's time; nothing is given back. */
@ApplicationScoped
class RegistrationLimits {
    /** The place of the network first: a network over its own limit takes none of the common places. */
    private static final String TAKE = """
            WITH own AS (
              INSERT INTO registration_limits AS known (who, used, window_end)
              VALUES ($1, 1, now() + make_interval(secs => $4::double precision))
              ON CONFLICT (who) DO UPDATE SET
                used = CASE WHEN known.window_end > now() THEN known.used + 1 ELSE 1 END,
                window_end = CASE WHEN known.window_end > now() THEN known.window_end ELSE excluded.window_end END
              WHERE known.window_end <= now() OR known.used < $2
              RETURNING window_end)
            INSERT INTO registration_limits AS known (who, used, window_end)
            SELECT '*', 1, now() + make_interval(secs => $4::double precision) FROM own
            ON CONFLICT (who) DO UPDATE SET
              used = CASE WHEN known.window_end > now() THEN known.used + 1 ELSE 1 END,
              window_end = CASE WHEN known.window_end > now() THEN known.window_end ELSE excluded.window_end END
            WHERE known.window_end <= now() OR known.used < $3
            RETURNING window_end
            """;

    private final Pool pool;
    private final RegistrationConfig config;

    RegistrationLimits(Pool pool, RegistrationConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Takes a place; fails with {@link TooManyRequests} where none is left. */
    Uni<Void> take(Network network) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(network.name(), config.perNetwork(), config.total(), (double)
                        config.window().toSeconds()))
                .map(taken -> {
                    if (taken.size() == 0) {
                        throw new TooManyRequests(config.window());
                    }
                    return null;
                });
    }
}
