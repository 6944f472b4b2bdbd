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

/**
 * Wrong passwords of late, counted in windows of the database's time: by network address, and by merchant. Where a
 * merchant has logged in from before, only the failures of that place count against them, so that no stranger's guessing
 * can shut them out for good.
 */
@ApplicationScoped
class FailedLogins {
    private static final String LOCKED = """
            WITH account AS (
              SELECT CASE WHEN EXISTS (SELECT 1 FROM known_addresses WHERE merchant_id = $1 AND address = $2)
                          THEN 'merchant:' || $1::uuid || '@' || $2::text
                          ELSE 'merchant:' || $1::uuid END AS who)
            SELECT account.who,
              (SELECT ceil(extract(epoch FROM max(window_end) - now()))::bigint FROM failed_logins AS failed
               WHERE window_end > now()
                 AND (failed.who = account.who AND failures >= $3
                      OR failed.who = 'address:' || $2::text AND failures >= $4)) AS seconds
            FROM account
            """;
    private static final String COUNT = """
            INSERT INTO failed_logins (who, failures, window_end)
            SELECT who, 1, now() + $3 * interval '1 second' FROM unnest(ARRAY[$1, 'address:' || $2]) AS who ORDER BY who
            ON CONFLICT (who) DO UPDATE SET
              failures = CASE WHEN failed_logins.window_end > now() THEN failed_logins.failures + 1 ELSE 1 END,
              window_end = CASE WHEN failed_logins.window_end > now() THEN failed_logins.window_end
                                ELSE excluded.window_end END
            """;
    private static final String FORGET = """
            WITH forgotten AS (DELETE FROM failed_logins WHERE who = $3)
            INSERT INTO known_addresses (merchant_id, address, last_seen) VALUES ($1, $2, now())
            ON CONFLICT (merchant_id, address) DO UPDATE SET last_seen = now()
            """;

    private final Pool pool;
    private final SessionConfig config;

    /** A try to log in; {@code account} is the count that a failure adds to, beside that of the address. */
    record Try(MerchantId merchant, String address, String account) {}

    FailedLogins(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Fails with {@link TooManyRequests} where there were too many. */
    Uni<Try> requireFew(MerchantId merchant, String address) {
        Tuple who = Tuple.of(merchant.value(), address, config.failuresPerMerchant(), config.failuresPerAddress());
        return pool.preparedQuery(LOCKED)
                .execute(who)
                .map(FailedLogins::account)
                .map(account -> new Try(merchant, address, account));
    }

    private static String account(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        Long seconds = row.getLong("seconds");
        if (seconds != null) {
            throw new TooManyRequests(Duration.ofSeconds(seconds));
        }
        return row.getString("who");
    }

    Uni<Void> count(Try failed) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        failed.account(),
                        failed.address(),
                        config.failureWindow().toSeconds()))
                .replaceWithVoid();
    }

    /** The password was right after all, and this is a place where its merchant has been. */
    Uni<Void> forget(Try succeeded) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(succeeded.merchant().value(), succeeded.address(), succeeded.account()))
                .replaceWithVoid();
    }
}
