package io.sirenorder.feed.idempotency;

import io.sirenorder.kit.problem.Problem;
import java.time.Duration;

/** The first request with this key is still being worked on. */
public class IdempotencyKeyInFlight extends Problem {
    public IdempotencyKeyInFlight() {
        super(409);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}
