package io.sirenorder.feed.consumer;

import io.sirenorder.feed.FeedConfig;
import io.sirenorder.kit.time.Backoff;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides when a failed event is tried again, and when it is parked. */
@Singleton
class RetryPolicy {
    private static final Duration LONGEST_POISON_RETRY = Duration.ofHours(1);

    private final FeedConfig config;
    private final Clock clock;

    RetryPolicy(FeedConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** After the first failure. */
    RetryDecision first(Throwable cause) {
        return decide(cause, 0, clock.instant());
    }

    /** The decision after another failure of a dead letter. */
    RetryDecision next(Throwable cause, DeadLetter letter) {
        return decide(cause, letter.tries() + 1, letter.heardAt());
    }

    private RetryDecision decide(Throwable cause, int tries, Instant heardAt) {
        boolean early = FailureKind.of(cause) == FailureKind.TOO_EARLY
                && clock.instant().isBefore(heardAt.plus(config.early().patience()));
        return early ? early(cause, tries) : poison(cause, tries);
    }

    private RetryDecision early(Throwable cause, int tries) {
        Backoff backoff =
                new Backoff(config.early().firstRetry(), config.early().slowestRetry());
        return RetryDecision.of("EARLY", tries, backoff.after(tries + 1), cause);
    }

    private RetryDecision poison(Throwable cause, int tries) {
        boolean parked = FailureKind.of(cause) == FailureKind.TOO_EARLY
                || tries >= config.poison().retries();
        return RetryDecision.of(
                parked ? RetryDecision.PARKED : "RETRYING",
                tries,
                new Backoff(config.poison().firstRetry(), LONGEST_POISON_RETRY).after(tries + 1),
                cause);
    }
}
