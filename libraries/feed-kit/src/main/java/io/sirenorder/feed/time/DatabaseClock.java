package io.sirenorder.feed.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.SingleFlight;
import io.sirenorder.feed.background.Timers;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * The time of the service's database, which all replicas share: this machine's clock corrected by its deviation, which is
 * measured before any other work begins, and every 10 s from then on. Judge deadlines and validity by it, so that a machine
 * whose clock is wrong ends nothing early or late. It is right within 125 ms while the database answers; otherwise the last
 * deviation counts. Before the database has answered once there is no time.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(1);
    /** A slower answer says too little about the time, unless it is the first. */
    private static final Duration PROMPT = Duration.ofMillis(250);
    /** A start waits no longer for a database that is away. */
    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    private final Pool pool;
    private final Clock clock;
    private final SingleFlight measuring;
    private volatile Duration deviation;

    DatabaseClock(Pool pool, Clock clock, InFlightWork inFlight) {
        this.pool = pool;
        this.clock = clock;
        this.measuring = new SingleFlight("the database clock", inFlight, this::measure);
    }

    /** In whole milliseconds; costs no statement. Fails with {@link NeighbourUnavailable} before the first answer. */
    public Instant now() {
        Duration known = deviation;
        if (known == null) {
            throw new NeighbourUnavailable();
        }
        return clock.instant().plus(known).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Waits for the first answer, on the program's main thread: a sweep that began without it would judge by a wrong clock. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start, Timers timers)
            throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> measure()
                .ifNoItem()
                .after(START_LIMIT)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("the database's time is not known yet: %s", failure))
                .onFailure()
                .recoverWithNull());
        timers.every(EVERY, measuring::ask);
        timers.every(UNTIL_KNOWN, this::askUntilKnown);
    }

    private void askUntilKnown() {
        if (deviation == null) {
            measuring.ask();
        }
    }

    private Uni<Void> measure() {
        return Uni.createFrom().deferred(() -> {
            Instant asked = clock.instant();
            return pool.query("SELECT clock_timestamp()")
                    .execute()
                    .map(rows ->
                            rows.iterator().next().get(OffsetDateTime.class, 0).toInstant())
                    .invoke(answer -> measured(asked, answer))
                    .replaceWithVoid();
        });
    }

    private void measured(Instant asked, Instant answer) {
        Duration roundTrip = Duration.between(asked, clock.instant());
        if (deviation == null || roundTrip.compareTo(PROMPT) < 0) {
            deviation = Duration.between(asked.plus(roundTrip.dividedBy(2)), answer);
        }
    }
}
