package io.sirenorder.store.clock;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * The database's time, which all replicas share, without asking it each time: the error of the own clock is measured every
 * few seconds. Deadlines are judged by it, so a machine whose clock is wrong ends no order early or late.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    /** A slower answer says too little about the time. */
    private static final Duration PROMPT = Duration.ofMillis(250);

    private final Pool pool;
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> compare() {
        Instant asked = clock.instant();
        return pool.query("SELECT clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, 0).toInstant())
                .invoke(answer -> compared(asked, answer))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("the database's time is not known: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void compared(Instant asked, Instant answer) {
        Duration roundTrip = Duration.between(asked, clock.instant());
        if (roundTrip.compareTo(PROMPT) < 0) {
            ahead = Duration.between(asked.plus(roundTrip.dividedBy(2)), answer);
        }
    }
}
