package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.outbox.FeedDiverged;
import io.sirenorder.feed.outbox.FeedGone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** How far a consumer is behind its producer, and whether it had to stop. */
public final class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);

    private final String consumer;
    private final Clock clock;
    private final Counter applied;
    private final Counter skipped;
    private final Counter failed;
    private volatile long pos;
    private volatile long head;
    private volatile double secondsBehind;
    private volatile String halted;

    public Progress(String consumer, MeterRegistry meters, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
        Tags tags = Tags.of("consumer", consumer);
        applied = meters.counter("siren.feed.applied", tags);
        skipped = meters.counter("siren.feed.skipped", tags);
        failed = meters.counter("siren.feed.failed", tags);
        meters.gauge("siren.feed.lag", tags, this, Progress::eventsBehind);
        meters.gauge("siren.feed.lag.seconds", tags, this, progress -> progress.secondsBehind);
        meters.gauge("siren.feed.halted", tags, this, progress -> progress.halted == null ? 0 : 1);
    }

    public void at(long position) {
        pos = position;
    }

    /** What follows the cursor: nothing means that all has been heard. */
    public void found(List<Envelope> events) {
        halted = null;
        secondsBehind = events.isEmpty() ? 0 : secondsSince(events.get(0));
    }

    public void applied(List<Envelope> events, int ofNoInterest) {
        pos = events.get(events.size() - 1).pos();
        secondsBehind = secondsSince(events.get(events.size() - 1));
        applied.increment(events.size() - ofNoInterest);
        skipped.increment(ofNoInterest);
    }

    /** An event could not take effect. */
    public void failed() {
        failed.increment();
    }

    /** Whether going on would be a guess: the feed is not the one that was heard before. */
    public static boolean isFinal(Throwable failure) {
        return failure instanceof FeedDiverged || failure instanceof FeedGone;
    }

    /** True when the producer has more than this consumer has heard. */
    public boolean isNews(long producersHead) {
        head = producersHead;
        return producersHead > pos;
    }

    /** Going on would be a guess: somebody has to look. */
    public void halt(Throwable reason) {
        if (halted == null) {
            LOG.errorf("ALARM: %s hears nothing more: %s", consumer, reason);
        }
        halted = String.valueOf(reason.getMessage());
    }

    Optional<String> halted() {
        return Optional.ofNullable(halted);
    }

    String consumer() {
        return consumer;
    }

    private double eventsBehind() {
        return Math.max(0, head - pos);
    }

    private double secondsSince(Envelope event) {
        return Math.max(0, Duration.between(event.at(), clock.instant()).toMillis() / 1000.0);
    }
}
