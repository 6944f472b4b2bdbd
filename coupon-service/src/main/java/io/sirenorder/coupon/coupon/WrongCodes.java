package io.sirenorder.coupon.coupon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.problem.TooManyRequests;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Limits wrong codes per buyer and hour; a try takes its place before its code is looked up. */
@Startup
@ApplicationScoped
public class WrongCodes {
    private static final String TAKE = """
            INSERT INTO wrong_codes AS w (guesser, first_at, wrong) VALUES ($1, now(), 1)
            ON CONFLICT (guesser) DO UPDATE SET
              wrong = CASE WHEN w.first_at <= now() - interval '1 hour' THEN 1 ELSE w.wrong + 1 END,
              first_at = CASE WHEN w.first_at <= now() - interval '1 hour' THEN now() ELSE w.first_at END
            WHERE w.first_at <= now() - interval '1 hour' OR w.wrong < $2
            RETURNING wrong""";
    private static final String WAIT = """
            SELECT ceil(extract(epoch FROM first_at + interval '1 hour' - now()))::bigint AS seconds FROM wrong_codes
            WHERE guesser = $1""";
    private static final String GIVE_BACK = "UPDATE wrong_codes SET wrong = greatest(0, wrong - 1) WHERE guesser = $1";

    private final Pool pool;
    private final CouponConfig config;
    private final Counter wrong;
    private final Counter refused;

    WrongCodes(Pool pool, CouponConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.wrong = metrics.counter("siren.coupons.wrong.codes");
        this.refused = metrics.counter("siren.coupons.guessers.refused");
    }

    /** Takes the place of a wrong code before the code is looked up; fails with {@link TooManyRequests} where none is left. */
    Uni<Void> take(Recipient guesser) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(guesser.value(), config.wrongCodesPerHour()))
                .chain(taken -> taken.size() == 1 ? Uni.createFrom().voidItem() : refuse(guesser));
    }

    private Uni<Void> refuse(Recipient guesser) {
        refused.increment();
        return pool.preparedQuery(WAIT).execute(Tuple.of(guesser.value())).map(rows -> {
            long seconds = rows.size() == 0 ? 1 : rows.iterator().next().getLong("seconds");
            throw new TooManyRequests(Duration.ofSeconds(Math.max(1, seconds)));
        });
    }

    /** The code was right, or nothing was decided: the place is free again. */
    Uni<Void> giveBack(Recipient guesser) {
        return pool.preparedQuery(GIVE_BACK).execute(Tuple.of(guesser.value())).replaceWithVoid();
    }

    /** The code was wrong: its place stays taken for the hour. */
    void count() {
        wrong.increment();
    }
}
