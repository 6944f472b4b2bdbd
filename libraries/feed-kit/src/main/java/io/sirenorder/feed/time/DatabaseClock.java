package io.sirenorder.feed.time;

import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.SingleFlight;
import io.sirenorder.feed.background.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time of the service's database, which all replicas share: this machine's clock corrected by its deviation, which is
 * measured every 10 s from the first use on. Judge deadlines and validity by it, so that a machine whose clock is wrong ends
 * nothing early or late. It is right within 125 ms while the database answers; otherwise the last deviation counts.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final Duration EVERY = Duration.ofSeconds(10);
    /** A slower answer says too little about the time. */
    private static final Duration PROMPT = Duration.ofMillis(250);

    private final Pool pool;
    private final Clock clock;
    private final Timers timers;
    private final SingleFlight measuring;
    private volatile Duration deviation = Duration.ZERO;

    DatabaseClock(Pool pool, Clock clock, Timers timers, InFlightWork inFlight) {
        this.pool = pool;
        this.clock = clock;
        this.timers = timers;
        this.measuring = new SingleFlight("the database clock", inFlight, this::measure);
    }

    /** In whole milliseconds; costs no statement. */
    public Instant now() {
        return clock.instant().plus(deviation).truncatedTo(ChronoUnit.MILLIS);
    }

    @PostConstruct
    void start() {
        measuring.ask();
        timers.every(EVERY, measuring::ask);
    }

    private Uni<Void> measure() {
        Instant asked = clock.instant();
        return pool.query("SELECT clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, 0).toInstant())
                .invoke(answer -> measured(asked, answer))
                .replaceWithVoid();
    }

    private void measured(Instant asked, Instant answer) {
        Duration roundTrip = Duration.between(asked, clock.instant());
        if (roundTrip.compareTo(PROMPT) < 0) {
            deviation = Duration.between(asked.plus(roundTrip.dividedBy(2)), answer);
        }
    }
}
