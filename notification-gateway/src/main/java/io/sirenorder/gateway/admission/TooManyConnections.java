package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;
import java.time.Duration;

/** The recipient has as many sockets as it may have. */
class TooManyConnections extends Problem {
    private static final int STATUS = 429;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    TooManyConnections() {
        super(STATUS);
    }

    @Override
    public Duration retryAfter() {
        return RETRY_AFTER;
    }
}
