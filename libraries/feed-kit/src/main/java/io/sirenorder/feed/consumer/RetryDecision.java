package io.sirenorder.feed.consumer;

import java.time.Duration;

/**
 * The state of an event in the dead letters, its reason, and the time until the next try.
 *
 * @param state RETRYING, EARLY, QUEUED or PARKED
 */
record RetryDecision(String state, int tries, Duration delay, String reason) {
    static final String PARKED = "PARKED";
    private static final int LONGEST_REASON = 500;

    static RetryDecision of(String state, int tries, Duration delay, Throwable cause) {
        String text = String.valueOf(cause);
        return new RetryDecision(
                state, tries, delay, text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text);
    }

    /** The event waits behind an earlier one of its stream. */
    static RetryDecision queued() {
        return new RetryDecision("QUEUED", 0, Duration.ZERO, null);
    }

    boolean isParked() {
        return state.equals(PARKED);
    }
}
