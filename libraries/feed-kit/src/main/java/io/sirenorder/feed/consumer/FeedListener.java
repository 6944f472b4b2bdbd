package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * A consumer of one producer's feed. The effects of its reactions and the move of its cursor commit in one transaction, so
 * that each event takes effect exactly once, in order per stream.
 */
public interface FeedListener {
    /** The service whose feed is read: {@code merchant}, {@code store}, {@code coupon} or {@code payment}. */
    String producer();

    /** The name of its cursor; another name begins at the start of the feed. */
    default String name() {
        return producer();
    }

    Reactions reactions();

    /**
     * Asks others what effects of these events need to know, before the transaction of the effects is opened. Some of the
     * events may have no effect after all, and an event that was parked comes back without this. A failure holds the events
     * up until it passes.
     */
    default Uni<Void> prepare(List<Envelope> events) {
        return Uni.createFrom().voidItem();
    }

    /**
     * The least time between two rounds, or null for the configured one. Events that come within it are applied in one
     * transaction; the first after a pause is not delayed. Long where no buyer and no till waits for the effect.
     */
    default Duration linger() {
        return null;
    }
}
