package io.sirenorder.feed.background;

import io.sirenorder.feed.FeedConfig;
import io.sirenorder.kit.time.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * The pauses of a polling loop, jittered by a fifth so that replicas don't march in step.
 *
 * @param linger the least time between two rounds
 * @param isCalm whether the loop is sure to be woken when there is something to do
 */
record Pauses(FeedConfig config, Duration linger, BooleanSupplier isCalm) {
    /** After so many rounds in a row that failed or found nothing; 0 after one that leaves a retry due. */
    long millis(int rounds) {
        Duration pause = new Backoff(config.fastestPoll(), config.slowestPoll()).after(Math.max(1, rounds));
        return Math.max(1, pause.toMillis() * ThreadLocalRandom.current().nextInt(80, 101) / 100);
    }

    /** Whether a loop that found nothing at that time may go on waiting to be woken. */
    boolean allowRest(long sinceNanos) {
        return isCalm.getAsBoolean()
                && System.nanoTime() - sinceNanos < config.calmPoll().toNanos();
    }
}
