package io.sirenorder.kit.problem;

import java.time.Duration;

/** Something that we need for an answer does not answer us in time; trying again is safe. */
public final class NeighbourUnavailable extends Problem {
    private static final int STATUS = 503;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public NeighbourUnavailable() {
        super(STATUS);
    }

    public NeighbourUnavailable(Throwable cause) {
        super(STATUS);
        initCause(cause);
    }

    @Override
    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
