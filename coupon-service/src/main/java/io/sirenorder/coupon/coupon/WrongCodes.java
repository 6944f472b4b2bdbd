package io.sirenorder.coupon.coupon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Slows down whoever guesses codes: so many wrong ones an hour, then none at all until the hour is over. Counted in
 * transactions of its own, for a wrong code rolls its request's back.
 */
@ApplicationScoped
public class WrongCodes {
    private static final String COUNT = """
            INSERT INTO wrong_codes AS w (guesser, first_at, wrong) VALUES ($1, now(), 1)
            ON CONFLICT (guesser) DO UPDATE SET
              wrong = CASE WHEN w.first_at <= now() - interval '1 hour' THEN 1 ELSE w.wrong + 1 END,
              first_at = CASE WHEN w.first_at <= now() - interval '1 hour' THEN now() ELSE w.first_at END""";
    private static final String WAIT = """
            SELECT ceil(extract(epoch FROM first_at + interval '1 hour' - now()))::bigint AS seconds FROM wrong_codes
            WHERE guesser = $1 AND wrong >= $2 AND first_at > now() - interval '1 hour'""";

    private final Pool pool;
    private final CouponConfig config;
    private final Counter wrong;
    private final Counter refused;

    WrongCodes(Pool pool, CouponConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.wrong = metrics.counter("siren.coupons.wrong_codes");
        this.refused = metrics.counter("siren.coupons.guessers_refused");
    }

    /** Fails with {@link TooManyRequests} when too many of their codes were wrong. */
    public Uni<Void> admit(Recipient guesser) {
        return pool.preparedQuery(WAIT)
                .execute(Tuple.of(guesser.value(), config.wrongCodesPerHour()))
                .invoke(this::refuseUntil)
                .replaceWithVoid();
    }

    private void refuseUntil(RowSet<Row> rows) {
        for (Row row : rows) {
            refused.increment();
            throw new TooManyRequests(Duration.ofSeconds(Math.max(1, row.getLong("seconds"))));
        }
    }

    public Uni<Void> count(Recipient guesser) {
        wrong.increment();
        return pool.preparedQuery(COUNT).execute(Tuple.of(guesser.value())).replaceWithVoid();
    }
}
