package io.sirenorder.kit.time;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential back-off: {@code first} after the first failure, doubled after each further one, never more than
 * {@code longest}.
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 62;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a back-off from " + first + " to " + longest);
        }
    }

    /** The time to wait after so many failures in a row; none after no failure. */
    public Duration after(int failures) {
        if (failures < 1) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        boolean isBeyond = first.toMillis() > longest.toMillis() >> doublings;
        return isBeyond ? longest : first.multipliedBy(1L << doublings);
    }

    /** The same with jitter: between half of it and all of it, so that clients that failed together spread. */
    public Duration jittered(int failures) {
        long millis = after(failures).toMillis();
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
