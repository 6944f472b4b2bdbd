package io.sirenorder.feed.outbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.SingleFlight;
import io.sirenorder.feed.background.Throttle;
import io.sirenorder.feed.background.Timers;
import io.sirenorder.feed.bell.Bell;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Gives committed events their positions, single file over all replicas, and rings the bell. */
@ApplicationScoped
class Sequencer {
    private static final int MOST = 1000;
    private static final String SEQUENCE =
            "SELECT new_pos, new_event_id, new_type, new_at AS at, envelope FROM feed_sequence($1) ORDER BY new_pos";
    private static final String LOOK =
            "SELECT pos AS head, EXISTS (SELECT FROM outbox_pending) AS pending FROM feed_head";

    private final Throttle sequencing;
    private final SingleFlight looking;
    private final Pool pool;
    private final FeedTail tail;
    private final Bell bell;
    private final FeedConfig config;

    Sequencer(Pool pool, FeedTail tail, Bell bell, FeedConfig config, InFlightWork inFlight, Vertx vertx) {
        this.pool = pool;
        this.tail = tail;
        this.bell = bell;
        this.config = config;
        SingleFlight flight = new SingleFlight("the sequencer", inFlight, this::sequence);
        this.sequencing = new Throttle(vertx, config.linger(), flight::ask);
        this.looking = new SingleFlight("the outbox sweep", inFlight, this::look);
    }

    void sweep(@Observes StartupEvent start, Timers timers) {
        looking.ask();
        timers.every(config.sweep(), looking::ask);
    }

    /** Sequences what has been committed, soon; cheap when called often. */
    void poke() {
        sequencing.run();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makeRoom() {
        return pool.query("SELECT feed_make_room()").execute().replaceWithVoid();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("SELECT feed_forget(make_interval(secs => $1))")
                .execute(Tuple.of((double) config.retention().toSeconds()))
                .replaceWithVoid();
    }

    private Uni<Void> look() {
        return pool.query(LOOK)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(this::seen)
                .replaceWithVoid();
    }

    private void seen(Row row) {
        tail.headIs(row.getLong("head"));
        bell.headIs(row.getLong("head"));
        if (row.getBoolean("pending")) {
            poke();
        }
    }

    private Uni<Void> sequence() {
        return pool.preparedQuery(SEQUENCE)
                .execute(Tuple.of(MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> FeedEntry.of(row, "new_pos", "new_event_id", "new_type"))
                        .toList())
                .invoke(this::sequenced)
                .replaceWithVoid();
    }

    private void sequenced(List<FeedEntry> news) {
        if (news.isEmpty()) {
            return;
        }
        tail.add(news);
        bell.ring(
                news.get(news.size() - 1).position().pos(),
                news.stream().map(FeedEntry::type).collect(Collectors.toUnmodifiableSet()));
        if (news.size() == MOST) {
            poke();
        }
    }
}
