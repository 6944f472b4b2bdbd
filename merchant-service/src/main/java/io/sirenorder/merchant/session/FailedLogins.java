package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Wrong passwords of late, by merchant and by network address, counted in windows of the database's time. */
@ApplicationScoped
class FailedLogins {
    private static final String LOCKED = """
            SELECT ceil(extract(epoch FROM max(window_end) - now()))::bigint AS seconds FROM failed_logins
            WHERE window_end > now()
              AND (who = $1 AND failures >= $2 OR who = $3 AND failures >= $4)
            """;
    private static final String COUNT = """
            INSERT INTO failed_logins (who, failures, window_end)
            SELECT who, 1, now() + $3 * interval '1 second' FROM unnest(ARRAY[$1, $2]) AS who ORDER BY who
            ON CONFLICT (who) DO UPDATE SET
              failures = CASE WHEN failed_logins.window_end > now() THEN failed_logins.failures + 1 ELSE 1 END,
              window_end = CASE WHEN failed_logins.window_end > now() THEN failed_logins.window_end
                                ELSE excluded.window_end END
            """;

    private final Pool pool;
    private final SessionConfig config;

    FailedLogins(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Fails with {@link TooManyRequests} where there were too many. */
    Uni<Void> requireFew(MerchantId merchant, String address) {
        Tuple who = Tuple.of(of(merchant), config.failuresPerMerchant(), at(address), config.failuresPerAddress());
        return pool.preparedQuery(LOCKED)
                .execute(who)
                .invoke(FailedLogins::refuse)
                .replaceWithVoid();
    }

    private static void refuse(RowSet<Row> rows) {
        Long seconds = rows.iterator().next().getLong("seconds");
        if (seconds != null) {
            throw new TooManyRequests(Duration.ofSeconds(seconds));
        }
    }

    Uni<Void> count(MerchantId merchant, String address) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        of(merchant), at(address), config.failureWindow().toSeconds()))
                .replaceWithVoid();
    }

    /** Their password was right after all. */
    Uni<Void> forget(MerchantId merchant) {
        return pool.preparedQuery("DELETE FROM failed_logins WHERE who = $1")
                .execute(Tuple.of(of(merchant)))
                .replaceWithVoid();
    }

    private static String of(MerchantId merchant) {
        return "merchant:" + merchant;
    }

    private static String at(String address) {
        return "address:" + address;
    }
}
