package io.sirenorder.feed.consumer;

import io.sirenorder.feed.FeedConfig;
import java.time.Duration;
import java.time.Instant;

/**
 * Why an event waits in the dead letters, and until when.
 *
 * @param state RETRYING, EARLY, QUEUED or PARKED
 */
record RetryDecision(String state, int tries, Duration delay, String reason) {
    private static final int LONGEST_REASON = 500;

    /** @param heardAt when the event first failed */
    static RetryDecision of(Throwable cause, int tries, Instant heardAt, Instant now, FeedConfig config) {
        boolean early = FailureKind.of(cause) == FailureKind.TOO_EARLY
                && now.isBefore(heardAt.plus(config.early().patience()));
        return early ? early(cause, tries, config.early()) : poison(cause, tries, config.poison());
    }

    /** It waits behind an earlier one of its stream. */
    static RetryDecision queued() {
        return new RetryDecision("QUEUED", 0, Duration.ZERO, null);
    }

    private static RetryDecision early(Throwable cause, int tries, FeedConfig.Early early) {
        Duration delay = doubled(early.firstRetry(), tries);
        Duration longest = early.slowestRetry();
        return new RetryDecision("EARLY", tries, delay.compareTo(longest) < 0 ? delay : longest, text(cause));
    }

    private static RetryDecision poison(Throwable cause, int tries, FeedConfig.Poison poison) {
        boolean parked = FailureKind.of(cause) == FailureKind.TOO_EARLY || tries >= poison.retries();
        return new RetryDecision(
                parked ? "PARKED" : "RETRYING", tries, doubled(poison.firstRetry(), tries), text(cause));
    }

    private static Duration doubled(Duration first, int times) {
        return first.multipliedBy(1L << Math.min(times, 16));
    }

    private static String text(Throwable cause) {
        String text = String.valueOf(cause);
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
