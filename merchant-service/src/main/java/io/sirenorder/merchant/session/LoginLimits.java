package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Limits on wrong passwords, counted in windows of the database's time: per network, per merchant and network, and per
 * merchant over all networks in which they never logged in. A try takes its place in one conditional statement before the
 * password is looked at, so that tries at the same moment count each other; a right password gives the place back.
 */
@ApplicationScoped
public class LoginLimits {
    private static final Duration WHILE_OTHERS_TRY = Duration.ofSeconds(2);
    private static final String KEYS = """
            WITH keys (who, most) AS (
              VALUES ('address:' || $2::text, $4::integer), ('merchant:' || $1::text || '@' || $2::text, $3::integer)
              UNION ALL
              SELECT 'merchant:' || $1::text, $5::integer WHERE NOT EXISTS (
                SELECT FROM known_addresses WHERE merchant_id::text = $1::text AND address = $2::text))
            """;
    /** Locks no row when one of the places is not to be had, so that further guesses make nobody wait. */
    private static final String TAKE = KEYS + """
            , crowded AS (
              SELECT FROM keys JOIN failed_logins USING (who) WHERE window_end > now() AND failures + pending >= most)
            , taken AS (
              INSERT INTO failed_logins AS known (who, failures, pending, window_end)
              SELECT who, 0, 1, now() + make_interval(secs => $6::double precision) FROM keys
              WHERE NOT EXISTS (SELECT FROM crowded) ORDER BY who
              ON CONFLICT (who) DO UPDATE SET
                failures = CASE WHEN known.window_end > now() THEN known.failures ELSE 0 END,
                pending = CASE WHEN known.window_end > now() THEN known.pending ELSE 0 END + 1,
                window_end = CASE WHEN known.window_end > now() THEN known.window_end ELSE excluded.window_end END
              WHERE known.window_end <= now()
                OR known.failures + known.pending < (SELECT most FROM keys WHERE keys.who = known.who)
              RETURNING who)
            SELECT keys.who, taken.who IS NOT NULL AS taken,
              known.failures >= keys.most AS full,
              greatest(1, ceil(extract(epoch FROM known.window_end - now())))::bigint AS seconds
            FROM keys LEFT JOIN taken USING (who) LEFT JOIN failed_logins AS known USING (who)
            """;
    /** In the order of {@link #TAKE}, so that no two statements wait for each other's rows. */
    private static final String MINE =
            "WITH mine AS (SELECT who FROM failed_logins WHERE who = ANY ($1) ORDER BY who FOR UPDATE)";

    private static final String GIVE_BACK = MINE + """
             UPDATE failed_logins AS known SET pending = greatest(0, pending - 1) FROM mine WHERE known.who = mine.who
            """;
    private static final String FAIL = MINE + """
             UPDATE failed_logins AS known SET pending = greatest(0, pending - 1), failures = failures + 1
            FROM mine WHERE known.who = mine.who
            """;
    private static final String SUCCEED = MINE + """
            , clean AS (
              UPDATE failed_logins AS known SET pending = greatest(0, pending - 1),
                failures = CASE WHEN known.who = $4 THEN 0 ELSE failures END
              FROM mine WHERE known.who = mine.who)
            INSERT INTO known_addresses (merchant_id, address, last_seen) VALUES ($2, $3, now())
            ON CONFLICT (merchant_id, address) DO UPDATE SET last_seen = now()
            """;

    private static final String FORGET_ALL = "DELETE FROM failed_logins WHERE who = $1 OR who LIKE $1 || '@%'";

    private final Pool pool;
    private final SessionConfig config;

    /** A try that has its places; {@code account} is the merchant's id, or the name that belongs to no merchant. */
    public record Attempt(String account, Network network, List<String> places) {
        private Tuple asTuple() {
            return Tuple.of(places.toArray(String[]::new));
        }
    }

    LoginLimits(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Takes the places of a try; fails with {@link TooManyRequests} where one is not to be had. */
    public Uni<Attempt> take(String account, Network network) {
        Tuple limits = Tuple.from(new Object[] {
            account,
            network.name(),
            config.failuresPerMerchant(),
            config.failuresPerAddress(),
            config.failuresOfStrangers(),
            (double) config.failureWindow().toSeconds()
        });
        return pool.preparedQuery(TAKE).execute(limits).chain(rows -> judge(rows, account, network));
    }

    private Uni<Attempt> judge(RowSet<Row> rows, String account, Network network) {
        Attempt attempt = new Attempt(account, network, taken(rows));
        return attempt.places().size() == rows.size()
                ? Uni.createFrom().item(attempt)
                : giveBack(attempt).map(given -> {
                    throw new TooManyRequests(wait(rows));
                });
    }

    private static List<String> taken(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getBoolean("taken"))
                .map(row -> row.getString("who"))
                .toList();
    }

    /** Until the window ends where failures filled it; a moment where only tries under way did. */
    private static Duration wait(RowSet<Row> rows) {
        Duration longest = WHILE_OTHERS_TRY;
        for (Row row : rows) {
            if (!row.getBoolean("taken") && Boolean.TRUE.equals(row.getBoolean("full"))) {
                Duration rest = Duration.ofSeconds(row.getLong("seconds"));
                longest = rest.compareTo(longest) > 0 ? rest : longest;
            }
        }
        return longest;
    }

    /** Ends a try that was never decided. */
    public Uni<Void> giveBack(Attempt undecided) {
        return pool.preparedQuery(GIVE_BACK).execute(undecided.asTuple()).replaceWithVoid();
    }

    public Uni<Void> fail(Attempt failed) {
        return pool.preparedQuery(FAIL).execute(failed.asTuple()).replaceWithVoid();
    }

    /** Remembers that this merchant logged in from there, and forgets their failures in that network. */
    Uni<Void> succeed(Attempt succeeded) {
        String own = "merchant:" + succeeded.account() + "@" + succeeded.network();
        return pool.preparedQuery(SUCCEED)
                .execute(Tuple.of(
                        succeeded.places().toArray(String[]::new),
                        UUID.fromString(succeeded.account()),
                        succeeded.network().name(),
                        own))
                .replaceWithVoid();
    }

    /** Gives the places back, and forgets all failures of the merchant, whose old password is worth nothing now. */
    public Uni<Void> recovered(Attempt succeeded, MerchantId merchant) {
        return giveBack(succeeded)
                .chain(() -> pool.preparedQuery(FORGET_ALL).execute(Tuple.of("merchant:" + merchant)))
                .replaceWithVoid();
    }
}
