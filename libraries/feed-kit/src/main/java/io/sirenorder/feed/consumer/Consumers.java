package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.background.PollingLoop;
import io.sirenorder.feed.background.PollingLoops;
import io.sirenorder.feed.bell.BellSubscribers;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** All consumers of this service: makes one for each listener, starts it, and wakes it when its producer's bell rings. */
@ApplicationScoped
public class Consumers {
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final FeedConfig config;
    private final FeedSources sources;
    private final Cursors cursors;
    private final DeadLetters deadLetters;
    private final BellSubscribers bells;
    private final PollingLoops loops;

    Consumers(
            FeedConfig config,
            FeedSources sources,
            Cursors cursors,
            DeadLetters deadLetters,
            BellSubscribers bells,
            PollingLoops loops) {
        this.config = config;
        this.sources = sources;
        this.cursors = cursors;
        this.deadLetters = deadLetters;
        this.bells = bells;
        this.loops = loops;
    }

    void start(
            @Observes StartupEvent start,
            @All List<FeedListener> listeners,
            RetryPolicy policy,
            MeterRegistry meters,
            Vertx vertx,
            Clock clock) {
        for (FeedListener listener : listeners) {
            if (progress.stream().anyMatch(other -> other.consumer().equals(listener.name()))) {
                throw new IllegalStateException("two listeners would share the cursor " + listener.name());
            }
            Progress own = new Progress(listener.name(), listener.producer(), meters, clock);
            progress.add(own);
            wakeByBell(listener, loop(listener, own, policy, vertx), own);
        }
    }

    /** Adds a reader that keeps a cursor and has no listener. */
    public void watch(Progress reader) {
        progress.add(reader);
    }

    /** The progress of each consumer. */
    List<Progress> progress() {
        return progress;
    }

    PollingLoop loop(FeedListener listener, Progress own, RetryPolicy policy, Vertx vertx) {
        CursorCache cursor = new CursorCache(cursors, listener.name(), config.cursorEvery());
        FeedConsumer consumer = new FeedConsumer(
                sources.of(listener.producer()),
                cursor,
                new EventApplier(listener, policy, own, vertx),
                new DeadLetterRetries(listener, deadLetters, policy, vertx),
                own,
                config.batch());
        Duration linger = Objects.requireNonNullElse(listener.linger(), config.linger());
        return loops.loop(
                "the consumer " + listener.name(),
                linger,
                () -> bells.isHeard(listener.producer()) && !cursor.hasParked(),
                consumer::round);
    }

    private void wakeByBell(FeedListener listener, PollingLoop loop, Progress own) {
        Reactions reactions = listener.reactions();
        bells.listen(listener.producer(), (head, news) -> {
            if (own.isNews(head) && (news.isEmpty() || news.stream().anyMatch(reactions::concern))) {
                loop.wake();
            }
        });
        loop.wake();
    }
}
