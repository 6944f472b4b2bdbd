package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.outbox.Feed;
import io.sirenorder.feed.outbox.FeedDiverged;
import io.sirenorder.feed.outbox.FeedGone;
import jakarta.annotation.Nullable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** The progress of a consumer: how far it is behind its producer, and whether it had to stop. */
public final class Progress {
    /**
     * A consumer as operators see it.
     *
     * @param position the last event that it has read
     * @param eventsBehind events of the producer after it, as far as is known
     * @param secondsBehind the age of the newest event that it has read, 0 at the end of the feed
     * @param pullAgeSeconds the time since a pull succeeded
     * @param halted why it had to stop, or null
     */
    @Schema(name = "ConsumerVitals")
    public record Vital(
            String consumer,
            String producer,
            long position,
            long eventsBehind,
            double secondsBehind,
            double pullAgeSeconds,
            @Nullable String halted) {}

    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final double NANOS = 1e9;

    private final String consumer;
    private final String producer;
    private final Clock clock;
    private final Counter applied;
    private final Counter skipped;
    private final Counter failed;
    private volatile long pulledAt = System.nanoTime();
    private volatile long pos;
    private volatile long head;
    private volatile double newestAge;
    private volatile String halted;

    public Progress(String consumer, String producer, MeterRegistry meters, Clock clock) {
        this.consumer = consumer;
        this.producer = producer;
        this.clock = clock;
        Tags tags = Tags.of("consumer", consumer);
        applied = meters.counter("siren.feed.applied", tags);
        skipped = meters.counter("siren.feed.skipped", tags);
        failed = meters.counter("siren.feed.failed", tags);
        meters.gauge("siren.feed.lag", tags, this, Progress::eventsBehind);
        meters.gauge("siren.feed.lag.seconds", tags, this, Progress::secondsBehind);
        meters.gauge("siren.feed.pull.age.seconds", tags, this, Progress::pullAge);
        meters.gauge("siren.feed.halted", tags, this, progress -> progress.halted == null ? 0 : 1);
    }

    public void at(long position) {
        pos = position;
    }

    /** A pull succeeded, with these events after the cursor. */
    void found(List<Envelope> events) {
        pulled(events.isEmpty() ? null : events.get(0).at());
    }

    /** A pull succeeded; the first event after the cursor is of that time, or null if there is none. */
    public void pulled(Instant next) {
        halted = null;
        pulledAt = System.nanoTime();
        newestAge = next == null ? 0 : secondsSince(next);
    }

    void applied(List<Envelope> events, int ofNoInterest) {
        Envelope last = events.get(events.size() - 1);
        applied(last.pos(), last.at(), events.size(), ofNoInterest);
    }

    /** Counts events up to this position and time that took effect, and those of them without interest. */
    public void applied(long position, Instant at, int events, int ofNoInterest) {
        pos = position;
        newestAge = secondsSince(at);
        applied.increment(events - ofNoInterest);
        skipped.increment(ofNoInterest);
    }

    /** An event could not take effect. */
    public void failed() {
        failed.increment();
    }

    /** Whether going on would be a guess: the feed is not the one that was read before. */
    public static boolean isFinal(Throwable failure) {
        return failure instanceof FeedDiverged || failure instanceof FeedGone;
    }

    /** Whether the producer has more than this consumer has read. */
    public boolean isNews(long producersHead) {
        head = producersHead;
        return producersHead > pos;
    }

    /** Last position of the feed as far as is known, or -1 if no more is known than that position. */
    public long head(Position known) {
        return head > known.pos() ? head : Feed.ANY_HEAD;
    }

    /** Going on would be a guess: an operator has to look. */
    public void halt(Throwable reason) {
        if (halted == null) {
            LOG.errorf("ALARM: %s has stopped: %s", consumer, reason);
        }
        halted = String.valueOf(reason.getMessage());
    }

    Optional<String> halted() {
        return Optional.ofNullable(halted);
    }

    String consumer() {
        return consumer;
    }

    /** The consumer as operators see it. */
    public Vital vital() {
        return new Vital(consumer, producer, pos, eventsBehind(), secondsBehind(), pullAge(), halted);
    }

    private long eventsBehind() {
        return Math.max(0, head - pos);
    }

    private double secondsBehind() {
        return pos >= head ? 0 : newestAge;
    }

    private double pullAge() {
        return (System.nanoTime() - pulledAt) / NANOS;
    }

    private double secondsSince(Instant at) {
        return Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0);
    }
}
