package io.sirenorder.gateway.admission;

import io.sirenorder.kit.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The node takes no sockets now; another may, or this one in a few seconds. */
class GatewayUnavailable extends Problem {
    private static final int STATUS = 503;
    private static final int SOONEST_SECONDS = 2;
    private static final int LATEST_SECONDS = 10;

    private final String reason;

    GatewayUnavailable(String reason) {
        super(STATUS);
        this.reason = reason;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", reason);
    }

    /** Random, so that those who are turned away together do not come back together. */
    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1));
    }
}
