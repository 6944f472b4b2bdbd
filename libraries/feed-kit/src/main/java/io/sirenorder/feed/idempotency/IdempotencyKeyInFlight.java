package io.sirenorder.feed.idempotency;

import io.sirenorder.kit.problem.Conflict;
import java.time.Duration;

/** The first request with this key is still being worked on. */
public class IdempotencyKeyInFlight extends Conflict {
    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}
