package io.sirenorder.kit.problem;

import java.time.Duration;

/** The caller has to slow down. */
public class TooManyRequests extends Problem {
    private static final int STATUS = 429;

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super(STATUS, Math.max(1, retryAfter.toSeconds()));
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
