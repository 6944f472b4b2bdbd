package io.sirenorder.merchant.audit;

import io.quarkus.scheduler.Scheduled;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.http.Network;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Appends who got into an account, and who did not; addresses are shortened to /24 and /48. */
@ApplicationScoped
public class AccessLog {
    static final PageCursor CURSOR = new PageCursor("logins", 1);

    private static final String INSERT = "INSERT INTO access_log (account, network, outcome) VALUES ($1, $2, $3)";
    private static final String LIST = """
            SELECT id, account, network, outcome, at FROM access_log
            WHERE (account = $1::text OR account = (SELECT handle FROM merchants WHERE id = $1::text::uuid)) AND id < $2
            ORDER BY id DESC LIMIT $3
            """;
    private static final String FORGET =
            "DELETE FROM access_log WHERE at < now() - make_interval(secs => $1::double precision)";

    private final Pool pool;
    private final Duration keep;

    /** The outcome of an attempt. */
    public enum Outcome {
        LOGGED_IN,
        REFUSED,
        LIMITED,
        PASSWORD_CHANGED,
        RECOVERED
    }

    AccessLog(Pool pool, @ConfigProperty(name = "siren.access-log.keep", defaultValue = "P365D") Duration keep) {
        this.pool = pool;
        this.keep = keep;
    }

    /** Appends an outcome; {@code account} is a merchant's id or the handle that was tried. */
    public Uni<Void> add(String account, Network network, Outcome outcome) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(account, network.shortened(), outcome.name()))
                .replaceWithVoid();
    }

    /** The attempts to get into a merchant's account, by id or handle, newest first. */
    Uni<Page<Login>> of(MerchantId merchant, long before, PageLimit limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(merchant.toString(), before, limit.plusOne()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(AccessLog::login)
                                .toList(),
                        limit,
                        last -> CURSOR.encode(Long.toString(last.id()))));
    }

    private static Login login(Row row) {
        return new Login(
                row.getLong("id"),
                row.getString("account"),
                row.getString("network"),
                row.getString("outcome"),
                row.getOffsetDateTime("at").toInstant());
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) keep.toSeconds()))
                .replaceWithVoid();
    }
}
